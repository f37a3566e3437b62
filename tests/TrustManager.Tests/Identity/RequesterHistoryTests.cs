using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.CaRenewal;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Identity;

/// <summary>Through the functions: what a request carries, and what the history says afterwards.</summary>
public sealed class RequesterHistoryTests : IAsyncLifetime
{
    private FakeSts _sts = null!;

    public async Task InitializeAsync() => _sts = await FakeSts.StartAsync();

    public async Task DisposeAsync() => await _sts.DisposeAsync();

    [Fact]
    public async Task A_hold_and_its_release_name_the_requester()
    {
        using var account = await DeployedAsync();

        await account.AskAsync(Signed(new JsonObject { ["request"] = "hold", ["reason"] = "audit" }));
        await account.AskAsync(Signed(new JsonObject { ["request"] = "release" }));

        Assert.Equal(
            [("held until it is released", FakeSts.Arn), ("released", FakeSts.Arn)],
            account.Memory.History.TakeLast(2).Select(entry => (entry.What, entry.By)));
        var history = await account.AskAsync(new JsonObject { ["request"] = "history" });
        Assert.Contains($"asked by: {FakeSts.Arn})", history["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(FakeSts.Arn, history["entries"]!.AsArray()[^1]!["by"]!.GetValue<string>());
        Assert.Contains($"asked by: {FakeSts.Arn}", account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_apply_does_names_the_requester_and_what_a_schedule_does_names_none()
    {
        using var account = await DeployedAsync();
        account.Drop(CertificatePurpose.Ldaps, Ca("Next", daysLeft: 2000, of: "Root"));
        account.Base.Time.Advance(TimeSpan.FromSeconds(10));

        var response = await account.AskAsync(Signed(new JsonObject { ["request"] = "apply" }));
        await account.PassAsync(8);

        Assert.Equal("Done", response["outcome"]!.GetValue<string>());
        var changes = account.Memory.History.TakeLast(2).Select(entry => (entry.What.Split(' ')[0], entry.By));
        Assert.Equal([("registered", FakeSts.Arn), ("deregistered", null)], changes);
    }

    [Fact]
    public async Task A_request_without_a_proof_is_self_reported()
    {
        using var account = await DeployedAsync();

        await account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });

        Assert.Equal("self-reported", account.Memory.History[^1].By);
        Assert.Empty(_sts.Calls);
    }

    [Fact]
    public async Task A_proof_that_is_not_accepted_changes_nothing_and_leaves_no_trace_of_the_url()
    {
        using var account = await DeployedAsync();
        var stored = account.Base.Memory.Stored;
        var request = Signed(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        request["reason"] = "something else";

        var response = await account.AskAsync(request);

        Assert.Contains("signed for another request", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Same(stored, account.Base.Memory.Stored);
        Assert.Contains("signed for another request", account.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-", account.Log, StringComparison.Ordinal);
        Assert.Empty(_sts.Calls);
    }

    [Fact]
    public async Task A_request_that_changes_nothing_takes_no_proof()
    {
        using var account = await DeployedAsync();

        var response = await account.AskAsync(Signed(new JsonObject { ["request"] = "plan" }));

        Assert.Contains("has no member 'identity'", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_sts.Calls);
    }

    [Fact]
    public async Task The_history_of_a_ca_names_who_confirmed_its_publication()
    {
        using var account = new RenewalAccount(daysLeft: 300) { StsUrl = _sts.Url };
        await account.RunAsync();
        await account.RunAsync();
        var request = new JsonObject
        {
            ["request"] = "published",
            ["certificateAuthorityArn"] = Some.Ca.ToString(),
            ["thumbprint"] = account.Thumbprint,
        };

        await account.AskAsync(Sign(request));

        Assert.Equal(FakeSts.Arn, account.Memory.Memory!.History[^1].By);
    }

    private async Task<RotatingAccount> DeployedAsync()
    {
        var account = new RotatingAccount { StsUrl = _sts.Url };
        await account.DeployAsync(Ldaps(Ca("Root")));
        return account;
    }

    private JsonObject Signed(JsonObject request)
    {
        request["directoryId"] = DirectoryId;
        return Sign(request);
    }

    private JsonObject Sign(JsonObject request) =>
        JsonNode.Parse((_sts.Proof with { Request = request }).ToJson().GetRawText())!.AsObject();
}

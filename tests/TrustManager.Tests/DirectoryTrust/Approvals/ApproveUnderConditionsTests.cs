using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Identity;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Approvals;

/// <summary>Approvals while something else decides what runs may do, or while AWS fails.</summary>
public sealed class ApproveUnderConditionsTests
{
    private static readonly SomeCa Root = SomeCa.Root("Stranger Root");
    private static readonly SomeCa Policy = Root.Issue("Stranger Policy");

    [Fact]
    public async Task While_the_directory_is_held_it_is_recorded_and_registered_after_the_hold()
    {
        using var account = await WaitingAsync();
        await account.Rotating.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });

        var response = await account.ApproveAsync(Root);
        var held = account.Names.ToArray();
        await account.Rotating.AskAsync(new JsonObject { ["request"] = "release" });
        await account.Rotating.PassAsync(1);

        Assert.Null(response["error"]);
        Assert.Equal("Held", response["outcome"]!.GetValue<string>());
        Assert.Contains("The approval is recorded: the first run after the hold", Text(response), StringComparison.Ordinal);
        Assert.Contains("not registered", Text(response), StringComparison.Ordinal);
        Assert.Equal(["Anchor"], held);
        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], account.Names);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task While_another_run_is_at_work_nothing_is_decided(string request)
    {
        using var account = await WaitingAsync();
        Lease(account, "run-9");

        var response = await account.AskAsync(request, Root.Thumbprint);

        Assert.StartsWith("Nothing was decided. Run run-9 works on directory", Error(response), StringComparison.Ordinal);
        Assert.Empty(account.State.Decisions);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task With_a_state_that_does_not_hold_what_was_deployed_nothing_is_decided(string request)
    {
        using var account = await WaitingAsync();
        account.Rotating.Deployed = new DeployedProperties("other", null);

        var response = await account.AskAsync(request, Root.Thumbprint);

        Assert.Contains("does not hold the properties of its last deployment", Error(response), StringComparison.Ordinal);
        Assert.Empty(account.State.Decisions);
    }

    [Fact]
    public async Task A_run_that_begins_after_the_state_was_read_comes_first()
    {
        using var account = await WaitingAsync();
        var reads = 0;
        account.Bucket.WhenListed = () =>
        {
            if (++reads == 2)
            {
                Lease(account, "run-9");
            }
        };

        var response = await account.ApproveAsync(Root);

        Assert.StartsWith("Nothing was decided. Request run-9 works on directory", Error(response), StringComparison.Ordinal);
        Assert.Empty(account.State.Decisions);
        Assert.Equal("run-9", account.State.Lease!.Holder);
    }

    [Fact]
    public async Task A_write_of_others_between_is_not_lost()
    {
        using var account = await WaitingAsync();
        var reads = 0;
        account.Bucket.WhenListed = () =>
        {
            if (++reads == 2)
            {
                Store(account, account.State with { Hold = new DirectoryHold(account.Rotating.Base.Time.GetUtcNow(), null, "audit") });
            }
        };

        var response = await account.ApproveAsync(Root);

        Assert.Equal("Held", response["outcome"]!.GetValue<string>());
        Assert.Equal("audit", account.State.Hold!.Reason);
        Assert.Equal(["Stranger Root", "Stranger Policy"], account.Approved);
    }

    [Fact]
    public async Task In_mode_report_it_is_recorded_and_an_apply_registers_it()
    {
        using var account = await WaitingAsync("report");

        var response = await account.ApproveAsync(Root);
        await account.Rotating.PassAsync(2);
        var before = account.Names.ToArray();
        await account.Rotating.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.Null(response["error"]);
        Assert.Contains(
            $"In rotation mode report only this registers: dotnet run --project trust -- apply {SomeTrust.DirectoryId}",
            Text(response),
            StringComparison.Ordinal);
        Assert.Equal(["Anchor"], before);
        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], account.Names);
    }

    [Fact]
    public async Task In_mode_add_only_it_is_registered()
    {
        using var account = await WaitingAsync("add-only");

        await account.ApproveAsync(Root);

        Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], account.Names);
    }

    [Theory]
    [InlineData(3, 0, "6 CA certificates are given; a directory takes at most 5")]
    [InlineData(0, 3, "the directory takes 5 certificates and has 4; 2 more are wanted")]
    public async Task What_has_no_free_slot_is_not_approved_and_stops_no_later_run(int ours, int others, string why)
    {
        using var account = await WaitingAsync();
        account.Put([.. Enumerable.Range(1, ours).Select(number => account.Anchor.Issue($"Below {number}"))]);
        for (var number = 1; number <= others; number++)
        {
            account.Rotating.Base.Directory.Add(
                SomeTrust.Ca($"Other {number}"), ApprovalAccount.Ldaps, RegistrationState.Registered);
        }

        var response = await account.ApproveAsync(Root);
        await account.Rotating.PassAsync(1);

        Assert.StartsWith("Nothing was approved. ", Error(response), StringComparison.Ordinal);
        Assert.Contains(why, Error(response), StringComparison.Ordinal);
        Assert.Empty(account.State.Decisions);
        Assert.Equal(0, account.Rotating.Figure("RunFailed"));
    }

    [Fact]
    public async Task Who_approved_is_who_signed_the_request()
    {
        await using var sts = await FakeSts.StartAsync();
        using var account = new ApprovalAccount(sts.Url);
        await account.DeployAsync();
        account.Put(Root);
        var request = new JsonObject
        {
            ["request"] = "approve", ["directoryId"] = SomeTrust.DirectoryId, ["thumbprint"] = Root.Thumbprint,
        };

        await account.Rotating.AskAsync(
            JsonNode.Parse((sts.Proof with { Request = request }).ToJson().GetRawText())!.AsObject());

        Assert.Equal(FakeSts.Arn, Assert.Single(account.State.Decisions).By);
        Assert.All(account.State.History.TakeLast(2), entry => Assert.Equal(FakeSts.Arn, entry.By));
        Assert.Contains(account.State.History, entry => entry.What.StartsWith("registered 'Stranger Root'", StringComparison.Ordinal)
            && entry.Why.EndsWith($"approved on 2026-11-21 by {FakeSts.Arn}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CallFault.Throttled)]
    [InlineData(CallFault.ServerError)]
    [InlineData(CallFault.AnswerLost)]
    [InlineData(CallFault.CrashBefore)]
    [InlineData(CallFault.CrashAfter)]
    public async Task A_fault_at_any_call_leaves_one_approval_that_the_operator_or_the_next_run_completes(CallFault fault)
    {
        using var whole = await WaitingAsync();
        whole.Rotating.Base.Calls.Heal();
        await whole.ApproveAsync(Root);
        for (var call = 0; call < whole.Rotating.Base.Calls.Names.Count; call++)
        {
            using var account = await WaitingAsync();
            account.Rotating.Base.Calls.Plan(call, fault, times: 1);
            var request = new JsonObject
            {
                ["request"] = "approve", ["directoryId"] = SomeTrust.DirectoryId, ["thumbprint"] = Root.Thumbprint,
            };
            await account.Rotating.InvokeAsync(request, "request-faulty");
            account.Rotating.Base.Calls.Heal();

            await account.Rotating.PassAsync(1);
            await account.ApproveAsync(Root);
            await account.Rotating.PassAsync(1);

            Assert.Equal(["Anchor", "Stranger Root", "Stranger Policy"], account.Names);
            Assert.Equal(["Stranger Root", "Stranger Policy"], account.Approved);
            Assert.Single(
                account.State.History, entry => entry.What.StartsWith("approved for", StringComparison.Ordinal));
        }
    }

    private static async Task<ApprovalAccount> WaitingAsync(string? mode = null)
    {
        var account = new ApprovalAccount();
        await account.DeployAsync(mode);
        account.Put(Root, Policy);
        return account;
    }

    private static void Lease(ApprovalAccount account, string holder) => Store(
        account,
        account.State with { Lease = new TrustLease(holder, account.Rotating.Base.Time.GetUtcNow().AddMinutes(5)) });

    private static void Store(ApprovalAccount account, TrustMemory state) =>
        account.Rotating.Base.Memory.Write(state);

    private static string Text(JsonNode response) => response["text"]!.GetValue<string>();

    private static string Error(JsonNode response) => response["error"]!.GetValue<string>();
}

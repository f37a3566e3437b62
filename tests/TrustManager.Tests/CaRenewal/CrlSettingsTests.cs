using System.Text.Json.Nodes;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>Another tool changes the CRL settings of the CA.</summary>
public sealed class CrlSettingsTests : IDisposable
{
    private static readonly RevocationSettings Ours = new(Some.OurCrl, null);
    private static readonly RevocationSettings Theirs = new(Some.OurCrl with { S3BucketName = Some.OtherBucket }, Some.Ocsp);

    private readonly RenewalAccount _account = new();

    public CrlSettingsTests()
    {
        _account.Settings = _account.Settings with { DesiredCrl = Some.OurCrl };
        _account.Ca.Revocation = Ours;
        _account.Bucket.Objects[(Some.Bucket, $"crl/{Some.Ca.CaId}.crl")] =
            _account.Key.Crl(_account.Time.GetUtcNow(), null, days: 100);
    }

    public void Dispose() => _account.Dispose();

    [Theory]
    [InlineData(RenewalMode.Renew)]
    [InlineData(RenewalMode.Watch)]
    public async Task Changed_settings_are_notified_with_the_next_run_once(RenewalMode mode)
    {
        _account.Settings = _account.Settings with
        {
            Mode = mode, Reissue = mode == RenewalMode.Watch ? null : SomeRenewal.Reissue,
        };
        await _account.RunAsync();
        Assert.Empty(_account.Topic.Told);
        _account.Ca.Revocation = Theirs;

        var answer = await _account.RunAsync();
        await _account.RunDaysAsync(10);

        var message = Assert.Single(_account.Topic.Told);
        Assert.Equal("The CRL settings of CA 'Agency CA' were changed", message.Subject);
        Assert.Contains($"bucket is '{Some.OtherBucket}', deployed is '{Some.Bucket}'", message.Text, StringComparison.Ordinal);
        Assert.Contains($"dotnet run --project trust -- apply {Some.Ca}", message.Text, StringComparison.Ordinal);
        Assert.Contains("Its CRL settings were changed", answer!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(answer["error"]);
    }

    [Fact]
    public async Task Each_change_is_notified_and_so_is_one_that_comes_back()
    {
        foreach (var settings in (RevocationSettings[])[Theirs, new(CrlSettings.Disabled, null), Ours, Theirs])
        {
            _account.Ca.Revocation = settings;
            await _account.RunDaysAsync(2);
        }

        Assert.Equal(3, _account.Topic.Told.Count);
    }

    [Fact]
    public async Task A_run_that_fails_for_another_reason_notifies_changes_too()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300);
        account.Settings = account.Settings with { DesiredCrl = Some.OurCrl };
        account.Parent!.Status = CaStatus.Disabled;
        foreach (var settings in (RevocationSettings[])[Theirs, Ours, Theirs])
        {
            account.Ca.Revocation = settings;
            await account.RunAsync();
        }

        Assert.Equal(2, account.Topic.Told.Count(message => message.Key.StartsWith("crl-settings/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_plan_and_the_status_show_the_difference_and_change_nothing()
    {
        _account.Ca.Revocation = Theirs;

        var (plan, status) = (await AskAsync("plan"), await AskAsync("status"));

        Assert.All([plan, status], answer => Assert.Contains(
            $"bucket is '{Some.OtherBucket}', deployed is '{Some.Bucket}'", answer["text"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal(Theirs, _account.Ca.Revocation);
    }

    [Fact]
    public async Task Apply_puts_the_settings_back_leaves_OCSP_alone_and_is_in_the_history()
    {
        _account.Ca.Revocation = Theirs;
        await _account.RunAsync();

        var answer = await AskAsync("apply");
        await _account.RunAsync();

        Assert.Null(answer["error"]);
        Assert.Equal(Ours with { Ocsp = Some.Ocsp }, _account.Ca.Revocation);
        var entry = _account.Memory.Memory!.History[^1];
        Assert.Equal(($"put the CRL settings of CA {Some.Ca.CaId} back", "self-reported"), (entry.What, entry.By));
        Assert.Contains("\"what\":\"revocation settings\"", _account.Log, StringComparison.Ordinal);
        Assert.Empty(_account.Memory.Memory.Sent);
    }

    [Fact]
    public async Task Apply_changes_nothing_where_nothing_differs()
    {
        var answer = await AskAsync("apply");

        Assert.Contains("nothing was changed", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_account.Ca.History);
    }

    [Theory]
    [InlineData(true, CaStatus.Active, "gives CA")]
    [InlineData(false, CaStatus.Expired, "can be changed while it is ACTIVE or DISABLED")]
    public async Task Apply_is_refused_where_it_cannot_be_done(bool isNotOurs, string status, string reason)
    {
        _account.Settings = _account.Settings with { DesiredCrl = isNotOurs ? null : Some.OurCrl };
        (_account.Ca.Revocation, _account.Ca.Status) = (Theirs, status);

        Assert.Contains(reason, (await AskAsync("apply"))["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_account.Ca.History);
    }

    [Fact]
    public async Task A_bucket_that_Private_CA_refuses_is_named_with_what_to_allow()
    {
        _account.Ca.Revocation = Theirs;
        _account.PrivateCa.WritableBuckets.Clear();

        Assert.Contains("s3:GetBucketAcl", (await AskAsync("apply"))["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallFault.Throttled)]
    [InlineData(CallFault.ServerError)]
    [InlineData(CallFault.AnswerLost)]
    [InlineData(CallFault.TimedOut)]
    public async Task One_fault_at_any_call_does_not_keep_apply_from_its_end(CallFault fault)
    {
        for (var at = 0; at < 5; at++)
        {
            _account.Ca.Revocation = Theirs;
            _account.Calls.Plan(at, fault, times: 1);

            Assert.Null((await AskAsync("apply"))["error"]);
            Assert.Equal(Ours with { Ocsp = Some.Ocsp }, _account.Ca.Revocation);
        }
    }

    private async Task<JsonNode> AskAsync(string request) =>
        (await _account.AskAsync(new JsonObject { ["request"] = request }))!;
}

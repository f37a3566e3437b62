using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Fakes;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class TroubledRunTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next", daysLeft: 2000, of: "Old");

    private readonly RotatingAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_source_that_cannot_be_read_changes_nothing_and_is_told_once()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        var stored = _account.Memory.Certificates;
        _account.Base.Source.IsBroken = true;

        await _account.PassAsync(3);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Equal(stored.Select(one => one.CertificateId), _account.Memory.Certificates.Select(one => one.CertificateId));
        var message = Assert.Single(_account.Messages.Told);
        Assert.Equal($"Directory {DirectoryId}: a scheduled run failed", message.Subject);
        Assert.Contains("The source is broken.", message.Text, StringComparison.Ordinal);
        Assert.Equal(1, _account.Figure("RunFailed"));
        Assert.Equal(0, _account.Figure("RunSucceeded"));
    }

    [Fact]
    public async Task Sources_that_list_nothing_any_more_take_nothing_away()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps);

        await _account.PassAsync(20);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Equal(1, _account.Figure("RunFailed"));
        Assert.Contains(_account.Messages.Told, message => message.Text.Contains("No CA certificate is left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_that_lose_most_of_what_they_listed_take_nothing_away_until_a_person_wants_it()
    {
        await _account.DeployAsync(Ldaps(Root, Old, Next));
        _account.Drop(CertificatePurpose.Ldaps, Root);

        await _account.PassAsync(10);
        var (kept, failed) = (_account.Names.ToArray(), _account.Figure("RunFailed"));
        var plan = await _account.AskAsync(new JsonObject { ["request"] = "plan" });
        await _account.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.Equal(["Root", "Old", "Next"], kept);
        Assert.Equal(1, failed);
        Assert.Contains("list 1 CA certificates, and listed 3 before", Assert.Single(_account.Messages.Told).Text, StringComparison.Ordinal);
        Assert.Contains("takes away at most half", plan["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["Root"], _account.Names);
    }

    [Fact]
    public async Task A_withdrawal_of_one_certificate_is_followed()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps, Root);

        await _account.PassAsync(1);

        Assert.Equal(["Root"], _account.Names);
    }

    [Fact]
    public async Task Trouble_that_comes_back_is_told_again()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Source.IsBroken = true;
        await _account.PassAsync(1);
        _account.Base.Source.IsBroken = false;
        await _account.PassAsync(1);
        _account.Base.Source.IsBroken = true;

        await _account.PassAsync(1);

        Assert.Equal(2, _account.Messages.Told.Count);
    }

    [Fact]
    public async Task Trouble_that_made_way_for_another_is_told_again_when_it_comes_back()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Source.IsBroken = true;
        await _account.PassAsync(1);
        var facts = _account.Base.Directory.Facts;
        _account.Base.Directory.Facts = null;
        await _account.PassAsync(1);
        _account.Base.Directory.Facts = facts;

        await _account.PassAsync(1);

        Assert.Equal(3, _account.Messages.Told.Count);
    }

    [Fact]
    public async Task A_message_that_is_lost_is_counted_and_sent_by_the_next_run()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Source.IsBroken = true;
        await _account.PassAsync(1);
        var call = _account.Base.Calls.Names.IndexOf("sns:Publish");
        _account.Base.Source.IsBroken = false;
        await _account.PassAsync(1);
        _account.Messages.Told.Clear();
        _account.Base.Source.IsBroken = true;
        _account.Base.Calls.Plan(call, CallFault.ServerError, times: 1);

        await _account.PassAsync(1);
        var (lost, told) = (_account.Figure("MessagesLost"), _account.Messages.Told.Count);
        _account.Base.Calls.Heal();
        await _account.PassAsync(1);

        Assert.Equal((1, 0), (lost, told));
        Assert.Single(_account.Messages.Told);
        Assert.Equal(0, _account.Figure("MessagesLost"));
    }

    [Fact]
    public async Task A_refused_plan_changes_nothing_and_says_what_to_do()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps, Root, Ca("Short", daysLeft: 60));

        await _account.PassAsync(10);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Equal(1, _account.Figure("RunFailed"));
        Assert.Contains(_account.Messages.Told, message => message.Text.Contains("'Short'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_registration_is_told_and_leaves_what_there_was()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Directory.Unacceptable.Add("Next");
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(10);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Null(_account.Memory.Lease);
        Assert.Contains(_account.Messages.Told, message => message.Text.Contains("It is not liked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_the_directory_does_not_let_go_is_told_once_and_tried_every_day()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Directory.Needed.Add("Old");
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);
        await _account.PassAsync(10);
        var (told, failed) = (
            _account.Messages.Told.Where(message => message.Key.StartsWith("run/", StringComparison.Ordinal)).ToArray(),
            _account.Figure("RunFailed"));
        _account.Base.Directory.Needed.Clear();

        await _account.PassAsync(1);

        Assert.Contains("'Old'", Assert.Single(told).Text, StringComparison.Ordinal);
        Assert.Equal(1, failed);
        Assert.Equal(["Root", "Next"], _account.Names);
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task A_deployment_that_meets_a_run_waits_for_its_end()
    {
        await _account.DeployAsync(Ldaps(Root));
        Lease("run-9", TimeSpan.FromMinutes(10.5), attempt: null);

        await _account.DeployAsync(Ldaps(Root, Next));

        Assert.Equal(["Root", "Next"], _account.Names);
    }

    [Fact]
    public async Task While_a_deployment_is_at_work_nothing_is_done()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        Lease("deployment", TimeSpan.FromMinutes(5), new TrustAttempt("", "deployment", 1));
        var stored = _account.Base.Memory.Stored;
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.RunAsync();

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Same(stored, _account.Base.Memory.Stored);
        Assert.Contains("Deployment deployment works on directory", _account.Log, StringComparison.Ordinal);
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task A_deployment_that_failed_leaves_the_last_fulfilled_one_to_be_kept()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Base.Directory.Unacceptable.Add("Next");
        var failed = await _account.Base.UpdateAsync(Ldaps(Root, Old), Ldaps(Root, Next));
        _account.Base.Directory.Entries.RemoveAll(entry => entry.Certificate.Equals(Old));

        await _account.PassAsync(10);

        Assert.False(failed.Succeeded);
        Assert.NotNull(_account.Memory.Attempt);
        Assert.Equal(["Root", "Old"], _account.Names);
    }

    [Fact]
    public async Task A_run_that_is_not_finished_leaves_no_lease_and_goes_on()
    {
        using var account = new RotatingAccount(() => TimeSpan.FromMinutes(8));
        await account.DeployAsync(Ldaps(Root));
        account.Drop(CertificatePurpose.Ldaps, Root, Old, Next);
        account.Base.Time.Advance(TimeSpan.FromDays(1));

        var first = await account.RunAsync();
        var lease = account.Memory.Lease;
        account.Base.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await account.RunAsync();

        Assert.False(first && account.Names.Count() < 3);
        Assert.Null(lease);
        Assert.True(second);
        Assert.Equal(["Root", "Old", "Next"], account.Names);
    }

    private void Lease(string holder, TimeSpan left, TrustAttempt? attempt) =>
        _account.Base.Memory.Stored = MemoryDocument.Write(_account.Memory with
        {
            Lease = new TrustLease(holder, _account.Base.Time.GetUtcNow() + left), Attempt = attempt,
        });
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Messages;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class WithheldRunTests : IDisposable
{
    private const CertificatePurpose Ldap = CertificatePurpose.Ldaps;

    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next", daysLeft: 2000, of: "Old");
    private static readonly CaCertificate Stranger = Ca("Stranger", daysLeft: 3000);

    private readonly RotatingAccount _account = new(() => TimeSpan.FromSeconds(40));

    private IEnumerable<string> History => _account.Memory.History.Select(entry => $"{entry.What}: {entry.Why}");

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_a_stranger_drops_waits_and_is_notified_once()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.DropStrangers(Stranger);

        await _account.PassAsync(1);
        var entry = Assert.Single(_account.Memory.Withheld);
        _account.Base.Calls.Heal();
        await _account.PassAsync(5);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.Equal(Stranger.Thumbprint, entry.Withheld.Certificate!.Thumbprint);
        var message = Assert.Single(_account.Messages.Told);
        Assert.Equal($"Directory {DirectoryId}: 'Stranger' waits for approval for client-side LDAPS", message.Subject);
        Assert.Contains(Stranger.Thumbprint, message.Text, StringComparison.Ordinal);
        Assert.Contains("object s3://team-bucket/cas/Stranger.pem, version v1", message.Text, StringComparison.Ordinal);
        Assert.Contains("Why it is not registered: it has no path.", message.Text, StringComparison.Ordinal);
        Assert.Contains($"approve {DirectoryId} {Stranger.Thumbprint} --purpose ldaps\n", message.Text, StringComparison.Ordinal);
        Assert.Contains($"reject {DirectoryId} {Stranger.Thumbprint} --purpose ldaps\n", message.Text, StringComparison.Ordinal);
        Assert.Single(History, line => line.StartsWith("not registered for client-side LDAPS: 'Stranger'", StringComparison.Ordinal));
        Assert.DoesNotContain("s3:PutObject", _account.Base.Calls.Names);
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task What_the_event_claims_of_the_writer_is_notified_as_a_claim()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);

        await _account.NoticeAsync(SomeEvent.OfObject("cas/Stranger.pem", "1\nApproved.", new string('x', 10_000)));
        await _account.PassAsync(1);

        var message = Assert.Single(_account.Messages.Told);
        Assert.Contains(
            $"  written, as the event claims, by account 1\\u000aApproved. from {new string('x', 128)}... (anyone who may",
            message.Text,
            StringComparison.Ordinal);
        Assert.Equal("1\\u000aApproved.", Assert.Single(_account.Memory.Withheld).Withheld.Origin.Claim!.Account);
    }

    [Theory]
    [InlineData("cas/Other.pem", "team-bucket", "v1")]
    [InlineData("cas/Stranger.pem", "other-bucket", "v1")]
    [InlineData("cas/Stranger.pem", "team-bucket", "v2")]
    public async Task A_claim_about_another_object_or_version_is_not_shown(string key, string bucket, string version)
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);

        await _account.NoticeAsync(SomeEvent.OfObject(key, bucket: bucket, version: version));

        Assert.Contains(
            "written by: no event said so", Assert.Single(_account.Messages.Told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_the_file_away_ends_the_waiting()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);

        _account.DropStrangers();
        await _account.PassAsync(1);

        Assert.Empty(_account.Memory.Withheld);
        Assert.DoesNotContain(_account.Memory.Sent, sent => sent.Key.StartsWith("withheld/", StringComparison.Ordinal));
        Assert.Contains(History, line => line.EndsWith("it is in no source any longer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_approved_is_registered_and_notified_with_the_approval()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);
        _account.Messages.Told.Clear();

        _account.Base.Decide(Ldap, Stranger, isApproved: true);
        await _account.PassAsync(2);

        Assert.Equal(["Root", "Stranger"], _account.Names);
        Assert.Empty(_account.Memory.Withheld);
        Assert.Contains("because it was approved", Assert.Single(_account.Messages.Told).Text, StringComparison.Ordinal);
        Assert.Contains(History, line => line.StartsWith("registered 'Stranger'", StringComparison.Ordinal)
            && line.EndsWith("it was approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_approval_for_one_purpose_is_none_for_the_other()
    {
        await _account.DeployAsync(new(SmartCard(null, Root).SmartCard, Ldaps(Root).Ldaps));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);

        _account.Base.Decide(Ldap, Stranger, isApproved: true);
        await _account.PassAsync(1);

        Assert.Equal(
            [Ldap],
            _account.Base.Directory.Entries.Where(entry => entry.Certificate.Equals(Stranger)).Select(entry => entry.Purpose));
        Assert.Equal(CertificatePurpose.SmartCard, Assert.Single(_account.Memory.Withheld).Purpose);
    }

    [Fact]
    public async Task What_is_rejected_is_neither_registered_nor_notified_again()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        _account.Base.Decide(Ldap, Stranger, isApproved: false);

        await _account.PassAsync(3);

        Assert.Equal(["Root"], _account.Names);
        Assert.Empty(_account.Messages.Told);
        Assert.Equal(WithheldKind.Rejected, Assert.Single(_account.Memory.Withheld).Withheld.Kind);
    }

    [Fact]
    public async Task An_anchor_that_is_gone_deregisters_nothing()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.Base.Drop([Stranger], anchored: [Stranger]);
        await _account.PassAsync(1);
        var registered = _account.Names.ToArray();
        _account.Messages.Told.Clear();

        _account.Base.Source.Anchored.Clear();
        await _account.PassAsync(30);
        await _account.DeployAsync(Ldaps(Root));

        Assert.Equal(["Root", "Stranger"], registered);
        Assert.Equal(["Root", "Stranger"], _account.Names);
        Assert.Empty(_account.Messages.Told);
        Assert.Empty(_account.Memory.Withheld);
    }

    [Fact]
    public async Task A_swap_for_something_undecided_removes_nothing_until_it_is_decided()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.Base.Drop([Old], anchored: [Old]);
        await _account.PassAsync(1);
        _account.Messages.Told.Clear();

        _account.DropStrangers(Stranger);
        await _account.PassAsync(30);
        var waiting = _account.Names.ToArray();
        _account.Base.Decide(Ldap, Stranger, isApproved: true);
        await _account.PassAsync(7);
        var overlapping = _account.Names.ToArray();
        await _account.PassAsync(1);

        Assert.Equal(["Root", "Old"], waiting);
        Assert.Equal(["Root", "Old", "Stranger"], overlapping);
        Assert.Equal(["Root", "Stranger"], _account.Names);
        Assert.Contains(
            "these stay registered although they are in no source any longer: 'Old'", _account.Messages.Told[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, _account.Messages.Told.Count);
    }

    [Fact]
    public async Task A_withdrawal_while_something_waits_is_notified_again_and_done_once_that_is_rejected()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);

        _account.Drop(Ldap, Root);
        await _account.PassAsync(1);
        var (kept, told) = (_account.Names.ToArray(), _account.Messages.Told.ToArray());
        _account.Base.Decide(Ldap, Stranger, isApproved: false);
        await _account.PassAsync(1);

        Assert.Equal(["Root", "Old"], kept);
        Assert.Equal(2, told.Length);
        Assert.Contains("'Old'", told[1].Text, StringComparison.Ordinal);
        Assert.Equal(["Root"], _account.Names);
    }

    [Fact]
    public async Task The_removal_guard_remembers_what_was_kept()
    {
        CaCertificate[] four = [Root, Old, Ca("Third"), Ca("Fourth")];
        await _account.DeployAsync(Ldaps(four));
        _account.Drop(Ldap, Root);
        _account.DropStrangers(Stranger);
        await _account.PassAsync(3);
        var kept = _account.Names.ToArray();

        _account.DropStrangers();
        await _account.PassAsync(1);

        Assert.Equal(4, kept.Length);
        Assert.Equal(4, _account.Names.Count());
        Assert.Contains("list 1 CA certificates, and listed 4 before", _account.Messages.Told[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Junk_beside_a_rotation_does_not_stop_it()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.DropStrangers([.. Enumerable.Range(1, 50).Select(number => Ca($"Junk {number}"))]);
        _account.Drop(Ldap, Root, Next);

        await _account.PassAsync(9);

        Assert.Equal(["Root", "Next"], _account.Names);
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task Junk_that_sorts_first_does_not_take_the_notification_of_what_waited_before()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);
        _account.Messages.Told.Clear();

        _account.DropStrangers([.. Enumerable.Range(1, 50).Select(number => Ca($"Junk {number}")), Stranger]);
        await _account.PassAsync(1);
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);

        Assert.DoesNotContain(_account.Messages.Told, message => message.Subject.Contains("'Stranger'", StringComparison.Ordinal));
        Assert.Equal(20, _account.Messages.Told.Count);
    }

    [Fact]
    public async Task A_file_that_is_swapped_all_the_time_does_not_fill_mailboxes()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        await _account.PassAsync(1);
        for (var number = 0; number < 200; number++)
        {
            _account.DropStrangers(Stranger, Ca($"Junk {number}"));
            await _account.RunAsync();
        }

        var told = _account.Messages.Told.Count;
        await _account.PassAsync(2);

        Assert.InRange(told, 2, 60);
        Assert.Single(_account.Messages.Told, message => message.Subject.Contains("'Stranger'", StringComparison.Ordinal));
        Assert.Single(_account.Messages.Told, message => message.Key.EndsWith("/more", StringComparison.Ordinal));
        Assert.Contains("'Junk 199' waits for approval", _account.Messages.Told[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Junk_does_not_push_what_was_done_out_of_the_history()
    {
        await _account.DeployAsync(Ldaps(Root));
        for (var day = 0; day < 250; day++)
        {
            _account.DropStrangers(Ca($"Junk {day}"));
            await _account.PassAsync(1);
        }

        Assert.Equal(200, _account.Memory.History.Count(entry => entry.IsNotice));
        Assert.Contains(History, line => line.StartsWith("registered 'Root'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_is_notified_again_as_the_end_of_what_it_would_replace_comes_near()
    {
        var (ending, renewed) = (Ca("Ending", daysLeft: 200), Ca("Renewed", daysLeft: 2000, of: "Ending"));
        await _account.DeployAsync(Ldaps(Root, ending));
        _account.DropStrangers(renewed);

        await _account.PassAsync(19);
        var early = Waiting().Length;
        await _account.PassAsync(181);

        Assert.Equal(1, early);
        Assert.Equal(1 + 9 + 1, Waiting().Length);
        Assert.Contains(
            "Waiting for approval, and not registered: 'Renewed'",
            _account.Messages.Told.First(message => message.Key.StartsWith("successor/", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);

        Message[] Waiting() =>
            [.. _account.Messages.Told.Where(message => message.Key.StartsWith("withheld/", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_decision_ends_with_its_certificate()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.DropStrangers(Stranger);
        _account.Base.Decide(Ldap, Stranger, isApproved: true);
        await _account.PassAsync(1);
        var known = _account.Memory.Decisions.Count;

        _account.DropStrangers();
        await _account.PassAsync(2);

        Assert.Equal(1, known);
        Assert.Equal(["Root"], _account.Names);
        Assert.Empty(_account.Memory.Decisions);
    }

    [Fact]
    public async Task A_registration_whose_notification_was_lost_is_notified_by_a_later_run()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.Drop(Ldap, Root, Next);
        await _account.PassAsync(1);
        _account.Base.Memory.Stored = Infra.TrustManager.Memory.MemoryDocument.Write(_account.Memory with { Sent = [] });
        _account.Messages.Told.Clear();

        await _account.PassAsync(40);

        Assert.Single(_account.Messages.Told);
        Assert.Empty(_account.Memory.Sent);
    }
}

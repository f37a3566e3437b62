using System.Text.Json.Nodes;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class ScheduledRunTests : IDisposable
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next", daysLeft: 2000, of: "Old");

    private readonly RotatingAccount _account = new(() => TimeSpan.FromSeconds(40));

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_day_with_nothing_to_do_writes_nothing()
    {
        await _account.DeployAsync(Ldaps(Root));
        await _account.PassAsync(1);
        _account.Base.Calls.Heal();

        await _account.PassAsync(1);

        Assert.Equal(
            ["s3:GetObject", "DescribeDirectories", "ListCertificates", "DescribeSettings"], _account.Base.Calls.Names);
        Assert.Equal(1, _account.Figure("RunSucceeded"));
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task A_successor_that_is_dropped_is_registered_and_the_old_one_goes_a_week_later()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(1);
        var atOnce = _account.Names.ToArray();
        await _account.PassAsync(6);
        var beforeItsDay = _account.Names.ToArray();
        await _account.PassAsync(1);

        Assert.Equal(["Root", "Old", "Next"], atOnce);
        Assert.Equal(["Root", "Old", "Next"], beforeItsDay);
        Assert.Equal(["Root", "Next"], _account.Names);
        var message = Assert.Single(_account.Messages.Told);
        Assert.Equal($"Directory {DirectoryId}: 'Next' was registered for client-side LDAPS", message.Subject);
        Assert.Contains("because its sources list it", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_sources_list_by_now_is_what_a_rollback_goes_back_to()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        var earlier = _account.Memory.Settled!;
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(1);

        var settled = _account.Memory.Settled!;
        Assert.Equal(["Root", "Next"], settled.Trust.Ldaps!.Certificates.Select(one => one.CommonName));
        Assert.Equal(earlier.Fingerprint, settled.Fingerprint);
        Assert.Equal(earlier.Properties!.Fingerprint(), settled.Properties!.Fingerprint());
        Assert.Null(_account.Memory.Lease);
    }

    [Fact]
    public async Task What_somebody_undid_by_hand_is_done_again()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        await _account.PassAsync(1);
        _account.Base.Directory.Entries.RemoveAll(entry => entry.Certificate.Equals(Old));
        await _account.Base.Directory.DisableAsync(DirectoryId, CertificatePurpose.Ldaps, CancellationToken.None);

        await _account.PassAsync(1);
        var drift = _account.Figure("Drift");
        await _account.PassAsync(3);

        Assert.Equal(["Root", "Old"], _account.Names);
        Assert.True(_account.Base.Directory.IsOn(CertificatePurpose.Ldaps));
        Assert.Equal(2, drift);
        Assert.Equal(0, _account.Figure("Drift"));
        Assert.Equal(
            2, _account.Messages.Told.Count(message => message.Subject.Contains("by hand", StringComparison.Ordinal)));
        Assert.Contains(
            "because somebody deregistered it",
            Assert.Single(_account.Messages.Told, message => message.Key.StartsWith("registered/", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Equal(3, _account.Messages.Told.Count);
    }

    [Fact]
    public async Task A_directory_that_is_held_is_left_alone_until_it_is_released()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit" });
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(1);
        var whileHeld = _account.Names.ToArray();
        var applied = await _account.AskAsync(new JsonObject { ["request"] = "apply" });
        var held = _account.Figure("Held");
        await _account.AskAsync(new JsonObject { ["request"] = "release" });
        await _account.PassAsync(1);

        Assert.Equal(["Root", "Old"], whileHeld);
        Assert.Equal(1, held);
        Assert.Contains("is held since", applied["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["Root", "Old", "Next"], _account.Names);
    }

    [Fact]
    public async Task A_directory_whose_hold_has_an_end_needs_no_release()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        var until = _account.Base.Time.GetUtcNow().AddDays(2);
        await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = "audit", ["until"] = $"{until:yyyy-MM-dd}" });
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(1);
        var whileHeld = _account.Names.ToArray();
        await _account.PassAsync(1);

        Assert.Equal(["Root", "Old"], whileHeld);
        Assert.Equal(["Root", "Old", "Next"], _account.Names);
    }

    [Fact]
    public async Task A_directory_that_is_only_reported_on_is_changed_by_nobody_but_people()
    {
        await _account.DeployAsync(Ldaps(Root, Old), mode: "report");
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(1);
        var reported = _account.Names.ToArray();
        var answer = await _account.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.Equal(["Root", "Old"], reported);
        Assert.Null(answer["error"]);
        Assert.Equal(["Root", "Old", "Next"], _account.Names);
    }

    [Fact]
    public async Task Where_only_adding_is_allowed_the_old_one_waits_for_a_person()
    {
        await _account.DeployAsync(Ldaps(Root, Old), mode: "add-only");
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);

        await _account.PassAsync(20);
        var added = _account.Names.ToArray();
        _account.Base.Calls.Heal();
        await _account.PassAsync(1);
        var writes = _account.Base.Calls.Names.Count(name => name == "s3:PutObject");
        await _account.AskAsync(new JsonObject { ["request"] = "apply" });

        Assert.Equal(["Root", "Old", "Next"], added);
        Assert.Equal(0, writes);
        Assert.Equal(["Root", "Next"], _account.Names);
    }

    [Fact]
    public async Task Before_a_deployment_said_what_to_keep_nothing_is_done()
    {
        await _account.PassAsync(1);

        Assert.Equal(["s3:GetObject"], _account.Base.Calls.Names);
        Assert.Contains("Nothing is remembered of directory", _account.Log, StringComparison.Ordinal);
        Assert.Equal(0, _account.Figure("RunSucceeded"));
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Fact]
    public async Task A_deployment_that_an_earlier_release_made_is_to_be_repeated_first()
    {
        await _account.DeployAsync(Ldaps(Root));
        _account.Base.Memory.Stored = MemoryDocument.Write(
            _account.Memory with { Settled = _account.Memory.Settled! with { Properties = null } });

        await _account.PassAsync(1);

        Assert.Contains("by an earlier release", _account.Log, StringComparison.Ordinal);
        Assert.Equal(0, _account.Figure("RunFailed"));
    }

    [Theory]
    [InlineData(-23)]
    [InlineData(23)]
    public async Task An_event_is_decided_at_the_functions_clock_whatever_its_own_time_is(int hours)
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);
        await _account.PassAsync(1);
        _account.Base.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));

        await _account.RunAsync(TimeSpan.FromHours(hours));
        var early = _account.Names.ToArray();
        _account.Base.Time.Advance(TimeSpan.FromHours(2));
        await _account.RunAsync(TimeSpan.FromHours(hours));

        Assert.Equal(["Root", "Old", "Next"], early);
        Assert.Equal(["Root", "Next"], _account.Names);
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(25)]
    [InlineData(24 * 365 * 7)]
    public async Task An_event_of_another_day_changes_nothing_and_is_a_failed_run(int hours)
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);
        _account.Base.Calls.Heal();

        await _account.RunAsync(TimeSpan.FromHours(hours));

        Assert.Empty(_account.Base.Calls.Names);
        Assert.Equal((0, 1), (_account.Figure("RunSucceeded"), _account.Figure("RunFailed")));
        Assert.Contains($"{_account.Base.Time.GetUtcNow().AddHours(hours):u}", _account.Log, StringComparison.Ordinal);
        Assert.Contains($"clock says {_account.Base.Time.GetUtcNow():u}", _account.Log, StringComparison.Ordinal);
        Assert.Contains("\"result\":\"Refused\"", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_from_the_future_counts_as_now_is_noted_once_and_cuts_no_overlap_short()
    {
        await _account.DeployAsync(Ldaps(Root, Old));
        await _account.PassAsync(1);
        _account.Base.Memory.Stored = MemoryDocument.Write(_account.Memory with
        {
            Certificates =
                [.. _account.Memory.Certificates.Select(entry => entry with { RegisteredSince = Now.AddYears(7) })],
        });

        await _account.PassAsync(2);
        var corrected = _account.Memory;
        _account.Drop(CertificatePurpose.Ldaps, Root, Next);
        await _account.PassAsync(7);
        var beforeItsDay = _account.Names.ToArray();
        await _account.PassAsync(1);

        Assert.All(corrected.Certificates, entry => Assert.True(entry.RegisteredSince < Now.AddDays(3)));
        var note = Assert.Single(corrected.History, entry => entry.What == "took moments in the future for now");
        Assert.Contains("2033-11-21 08:00:00Z", note.Why, StringComparison.Ordinal);
        Assert.Single(_account.Log.Split('\n'), line => line.Contains("counts as now", StringComparison.Ordinal));
        Assert.Equal(["Root", "Old", "Next"], beforeItsDay);
        Assert.Equal(["Root", "Next"], _account.Names);
    }

    [Theory]
    [InlineData("report", null)]
    [InlineData("automatic", "audit")]
    public async Task What_somebody_did_by_hand_is_news_on_one_day_only_even_where_nothing_is_done_about_it(
        string mode, string? hold)
    {
        await _account.DeployAsync(Ldaps(Root, Old), mode);
        if (hold is not null)
        {
            await _account.AskAsync(new JsonObject { ["request"] = "hold", ["reason"] = hold });
        }

        await _account.PassAsync(1);
        _account.Base.Directory.Entries.RemoveAll(entry => entry.Certificate.Equals(Old));

        await _account.PassAsync(3);

        Assert.Single(_account.Memory.Drift);
        Assert.Equal(["Root"], _account.Names);
    }

    [Fact]
    public async Task A_certificate_without_a_successor_is_warned_of_and_measured()
    {
        await _account.DeployAsync(Ldaps(Root, Ca("Ending", daysLeft: 185)));

        await _account.PassAsync(7);

        Assert.Equal(1, _account.Figure("SuccessorsMissing"));
        Assert.Equal(178, Math.Round(_account.Figure("DaysToExpiry")!.Value));
        Assert.Contains("'Ending'", Assert.Single(_account.Messages.Told).Subject, StringComparison.Ordinal);
    }
}

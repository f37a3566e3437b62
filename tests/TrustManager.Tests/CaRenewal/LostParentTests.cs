using System.Text.Json.Nodes;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>The CA above is lost, long before or on the day of the renewal.</summary>
public sealed class LostParentTests : IDisposable
{
    private readonly RenewalAccount _account = new(subordinate: true, daysLeft: 800);

    public void Dispose() => _account.Dispose();

    public static TheoryData<string, ServiceFailure?> Losses => new()
    {
        { CaStatus.Deleted, null },
        { CaStatus.Disabled, null },
        { CaStatus.Active, ServiceFailure.Denied },
        { CaStatus.Active, ServiceFailure.NotFound },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_lost_parent_is_notified_once_and_the_run_does_the_rest(string status, ServiceFailure? unreadable)
    {
        await _account.RunAsync();
        (_account.Parent!.Status, _account.Parent.Unreadable) = (status, unreadable);

        var answer = await _account.RunAsync();
        await _account.RunDaysAsync(20);

        Assert.Null(answer!["error"]);
        Assert.Contains("is valid until", answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(Some.OtherCa.CaId, answer["text"]!.GetValue<string>(), StringComparison.Ordinal);
        var message = Assert.Single(_account.Topic.Told);
        Assert.StartsWith("The CA above 'Agency CA' ", message.Subject, StringComparison.Ordinal);
        Assert.Contains(Some.OtherCa.ToString(), message.Text, StringComparison.Ordinal);
        Assert.Contains("\"DaysToExpiry\":780", _account.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("\"RunFailed\":1", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_parent_is_notified_with_the_day_until_which_it_can_be_restored()
    {
        Delete();

        await _account.RunAsync();

        var message = Assert.Single(_account.Topic.Told);
        Assert.Equal("The CA above 'Agency CA' is DELETED", message.Subject);
        Assert.Contains("can be restored until 2026-12-21 08:00 UTC", message.Text, StringComparison.Ordinal);
        Assert.Contains("restore-certificate-authority", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_change_of_the_parents_state_is_notified_again()
    {
        Delete();
        await _account.RunAsync();
        _account.Parent!.Status = CaStatus.Disabled;
        await _account.RunAsync();
        _account.Parent.Status = CaStatus.Active;
        await _account.RunAsync();
        Delete();
        await _account.RunAsync();

        Assert.Equal(["DELETED", "DISABLED", "DELETED"], Subjects());
    }

    [Fact]
    public async Task A_failed_run_notices_the_changes_too()
    {
        await _account.RunDaysAsync(500, every: 50);
        Delete();
        await _account.RunAsync();
        _account.Parent!.Status = CaStatus.Disabled;
        await _account.RunAsync();
        Delete();
        await _account.RunAsync();

        Assert.Equal(["DELETED", "DISABLED", "DELETED"], Subjects());
    }

    [Theory]
    [InlineData(ServiceFailure.Throttled)]
    [InlineData(ServiceFailure.Unavailable)]
    public async Task A_parent_that_cannot_be_read_for_a_day_is_not_notified(ServiceFailure passing)
    {
        await _account.RunAsync();
        _account.Parent!.Unreadable = passing;
        var answer = await _account.RunAsync();
        await _account.RunDaysAsync(1);
        _account.Parent.Unreadable = null;
        await _account.RunDaysAsync(1);

        Assert.Null(answer!["error"]);
        Assert.Empty(_account.Topic.Told);
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_is_notified_on_the_third_day_once()
    {
        _account.Parent!.Unreadable = ServiceFailure.Throttled;
        await _account.RunAsync();
        await _account.RunDaysAsync(1);
        Assert.Empty(_account.Topic.Told);
        await _account.RunDaysAsync(5);

        Assert.Equal("The CA above 'Agency CA' could not be read for days", Assert.Single(_account.Topic.Told).Subject);
    }

    [Fact]
    public async Task A_throttled_day_does_not_repeat_what_is_known_of_the_parent()
    {
        Delete();
        await _account.RunAsync();
        _account.Parent!.Unreadable = ServiceFailure.Throttled;
        await _account.RunDaysAsync(1);
        _account.Parent.Unreadable = null;
        await _account.RunDaysAsync(1);

        Assert.Single(_account.Topic.Told);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task The_renewal_that_is_due_fails_and_its_urgency_is_notified(string status, ServiceFailure? unreadable)
    {
        await _account.RunAsync();
        (_account.Parent!.Status, _account.Parent.Unreadable) = (status, unreadable);

        await _account.RunDaysAsync(790, every: 5);

        string[] keys = [.. _account.Topic.Told.Select(message => message.Key)];
        Assert.StartsWith("parent/", keys[0], StringComparison.Ordinal);
        Assert.StartsWith("failed/refused-parent-", keys[1], StringComparison.Ordinal);
        Assert.Equal(["180", "120", "90", "60", "30", "14"], keys[2..].Select(key => key.Split('/')[^1]));
        Assert.Empty(_account.Parent.Orders);
        Assert.Empty(_account.Ca.Orders);
        Assert.Contains("\"RunFailed\":1", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_and_status_show_the_parents_state()
    {
        Delete();

        var plan = await _account.AskAsync(new JsonObject { ["request"] = "plan" });
        var status = await _account.AskAsync(new JsonObject { ["request"] = "status" });

        Assert.Contains("can be restored until 2026-12-21", plan!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("can be restored until 2026-12-21", status!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(800, status["daysToExpiry"]!.GetValue<int>());
    }

    private void Delete() => (_account.Parent!.Status, _account.Parent.RestorableUntil) =
        (CaStatus.Deleted, new DateTimeOffset(2026, 12, 21, 8, 0, 0, TimeSpan.Zero));

    private IEnumerable<string> Subjects() => _account.Topic.Told
        .Where(message => message.Key.StartsWith("parent/", StringComparison.Ordinal))
        .Select(message => message.Subject.Split(' ')[^1]);
}

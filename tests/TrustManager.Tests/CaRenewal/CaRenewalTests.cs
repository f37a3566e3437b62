using System.Text.Json.Nodes;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class CaRenewalTests
{
    [Fact]
    public async Task The_first_run_takes_the_certificate_for_known_and_tells_nobody()
    {
        using var account = new RenewalAccount();

        var answer = await account.RunAsync();

        Assert.Null(answer!["error"]);
        Assert.Empty(account.Topic.Told);
        Assert.Empty(account.Ca.Orders);
        Assert.False(account.Memory.Memory!.WindowsTrustPending);
        Assert.Equal(account.Ca.Certificate!.CertificateDer(), account.Published);
        Assert.Contains("\"RunSucceeded\":1", account.Log, StringComparison.Ordinal);
        Assert.Contains("\"RunFailed\":0", account.Log, StringComparison.Ordinal);
        Assert.Contains("\"DaysToExpiry\":1000", account.Log, StringComparison.Ordinal);
        Assert.Contains("\"WindowsTrustPending\":0", account.Log, StringComparison.Ordinal);
        Assert.Contains($"\"CertificateAuthorityId\":\"{Some.Ca.CaId}\"", account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_nothing_is_due_writes_nothing()
    {
        using var account = new RenewalAccount();
        await account.RunAsync();
        account.Calls.Heal();

        await account.RunAsync();

        Assert.Equal(["read memory", "describe", "get CA certificate", "s3:GetObject"], account.Calls.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_is_due_is_reissued_published_and_told_of(bool subordinate)
    {
        using var account = new RenewalAccount(subordinate, daysLeft: 366);
        await account.RunAsync();
        var former = account.Ca.Certificate!;

        await account.RunDaysAsync(2);

        Assert.NotEqual(former, account.Ca.Certificate);
        Assert.Equal(account.Ca.Certificate!.CertificateDer(), account.Published);
        Assert.Equal(subordinate, account.Ca.Certificate.Chain is not null);
        Assert.Single(account.Issuer.Orders);
        Assert.Single(account.Ca.Imported);
        Assert.True(account.Ca.NotAfter > account.Time.GetUtcNow().AddYears(4));
        Assert.True(account.Memory.Memory!.WindowsTrustPending);
        Assert.Null(account.Memory.Memory.Attempt);
        var message = Assert.Single(account.Topic.Told);
        Assert.StartsWith("Publish the new certificate of CA 'Agency CA'", message.Subject, StringComparison.Ordinal);
        Assert.Contains("\"WindowsTrustPending\":1", account.Log, StringComparison.Ordinal);
        Assert.Contains("reissued 'Agency CA'", account.Memory.Memory.History[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_renews_itself_again_and_again_for_as_long_as_it_lives()
    {
        using var account = new RenewalAccount(daysLeft: 400);

        await account.RunDaysAsync(20 * 365, every: 14);

        Assert.Equal(5, account.Ca.Imported.Count);
        Assert.Equal(5, account.Ca.Orders.Count);
        Assert.DoesNotContain(account.Topic.Told, message => message.Key.StartsWith("expire", StringComparison.Ordinal));
        Assert.DoesNotContain(account.Topic.Told, message => message.Key.StartsWith("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_only_watches_tells_and_changes_nothing_about_the_CA()
    {
        using var account = new RenewalAccount(daysLeft: 400) { Settings = SomeRenewal.WatchSettings };

        await account.RunDaysAsync(380, every: 10);
        await account.RunDaysAsync(25);

        Assert.Empty(account.Ca.Orders);
        Assert.Empty(account.Ca.Imported);
        Assert.Equal(account.Ca.Certificate!.CertificateDer(), account.Published);
        Assert.Equal(
            ["365", "180", "120", "90", "60", "30", "14", "7", "3", "1"],
            account.Topic.Told.Where(one => one.Key.StartsWith("expires/", StringComparison.Ordinal)).Select(one => one.Key.Split('/')[^1]));
        Assert.StartsWith("expired/", account.Topic.Told[^1].Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_ends_too_early_is_told_before_and_when_it_is_due_and_then_its_urgency()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 460, parentDaysLeft: 500);

        await account.RunDaysAsync(4);
        var foreseen = account.Topic.Told.Select(message => message.Key).ToList();
        await account.RunDaysAsync(280, every: 7);

        Assert.Empty(foreseen);
        Assert.StartsWith("foreseen/", account.Topic.Told[0].Key, StringComparison.Ordinal);
        Assert.Equal("failed/refused-parent-too-short", account.Topic.Told[1].Key);
        Assert.EndsWith("/180", account.Topic.Told[2].Key, StringComparison.Ordinal);
        Assert.Contains("\"RunFailed\":1", account.Log, StringComparison.Ordinal);
        Assert.Empty(account.Parent!.Orders);
    }

    [Fact]
    public async Task A_renewal_follows_by_itself_once_the_parent_is_renewed()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300, parentDaysLeft: 500);
        await account.RunAsync();

        account.Parent!.Certificate =
            account.ParentKey.SelfSigned(account.Time.GetUtcNow(), account.Time.GetUtcNow().AddDays(5000));
        var answer = await account.RunAsync();

        Assert.Null(answer!["error"]);
        Assert.Single(account.Ca.Imported);
    }

    public static TheoryData<string> Troubles => new(
        "another key", "another name", "no longer valid", "not a CA", "another path length", "no chain", "not readable");

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_certificate_that_is_no_successor_is_never_imported(string trouble)
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300);
        var present = account.Ca.Certificate;
        account.Tamper = order => Wrong(account, order, trouble);

        var answer = await account.RunAsync();

        Assert.Contains("cannot be the successor", answer!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(account.Ca.Imported);
        Assert.Same(present, account.Ca.Certificate);
        Assert.Equal(["failed/successor-useless"], account.Topic.Told.Select(message => message.Key));

        account.Tamper = _ => null;
        await account.RunDaysAsync(1);
        Assert.Single(account.Ca.Imported);
        Assert.Equal(2, account.Parent!.Orders.Select(order => order.IdempotencyToken).Distinct().Count());
    }

    [Fact]
    public async Task A_certificate_that_somebody_else_imported_is_published_and_told_of()
    {
        using var account = new RenewalAccount();
        await account.RunAsync();

        account.Ca.Certificate = account.Key.SelfSigned(account.Time.GetUtcNow(), account.Time.GetUtcNow().AddDays(3000));
        await account.RunDaysAsync(1);

        Assert.Equal(account.Ca.Certificate.CertificateDer(), account.Published);
        Assert.StartsWith("windows/", Assert.Single(account.Topic.Told).Key, StringComparison.Ordinal);
        Assert.Equal("somebody else imported it", account.Memory.Memory!.History[^1].Why);
    }

    [Fact]
    public async Task A_run_that_may_not_publish_fails_after_the_renewal_and_tells_windows_later()
    {
        using var account = new RenewalAccount(daysLeft: 300);
        account.Bucket.Closed.Add(Some.Bucket);

        var answer = await account.RunAsync();
        var first = account.Topic.Told.Select(message => message.Key).ToList();
        account.Bucket.Closed.Clear();
        await account.RunDaysAsync(1);

        Assert.NotNull(answer!["error"]);
        Assert.Single(account.Ca.Imported);
        Assert.Equal(["failed/Denied"], first);
        Assert.StartsWith("windows/", account.Topic.Told[^1].Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_that_is_disabled_is_told_of()
    {
        using var account = new RenewalAccount();
        account.Ca.Status = CaStatus.Disabled;

        await account.RunDaysAsync(2);

        Assert.Equal(["status/DISABLED"], account.Topic.Told.Select(message => message.Key));
    }

    [Fact]
    public async Task What_could_not_be_sent_is_sent_the_next_day()
    {
        using var account = new RenewalAccount(daysLeft: 100) { Settings = SomeRenewal.WatchSettings };
        account.Topic.Closed = true;
        await account.RunAsync();

        account.Topic.Closed = false;
        await account.RunDaysAsync(1);

        Assert.Single(account.Topic.Told);
        Assert.Contains("\"MessagesLost\":1", account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_told_again_when_it_comes_back()
    {
        using var account = new RenewalAccount();
        account.Ca.Status = CaStatus.Disabled;
        await account.RunDaysAsync(1);
        account.Ca.Status = CaStatus.Active;
        await account.RunDaysAsync(1);
        account.Ca.Status = CaStatus.Disabled;

        await account.RunDaysAsync(1);

        Assert.Equal(2, account.Topic.Told.Count);
    }

    [Theory]
    [InlineData(-23)]
    [InlineData(23)]
    public async Task An_event_is_decided_at_the_functions_clock_whatever_its_own_time_is(int hours)
    {
        using var account = new RenewalAccount(daysLeft: 366);
        await account.RunAsync(TimeSpan.FromHours(hours));
        var before = account.Ca.Orders.Count;
        account.Time.Advance(TimeSpan.FromHours(25));

        await account.RunAsync(TimeSpan.FromHours(hours));

        Assert.Equal((0, 1), (before, account.Ca.Orders.Count));
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(25)]
    public async Task An_event_of_another_day_changes_nothing_and_is_a_failed_run(int hours)
    {
        using var account = new RenewalAccount(daysLeft: 300);

        var answer = await account.RunAsync(TimeSpan.FromHours(hours));

        Assert.Contains(
            $"{account.Time.GetUtcNow().AddHours(hours):u}, and the function's clock says {account.Time.GetUtcNow():u}",
            answer!["error"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Empty(account.Calls.Names);
        Assert.Contains("\"RunSucceeded\":0", account.Log, StringComparison.Ordinal);
        Assert.Contains("\"RunFailed\":1", account.Log, StringComparison.Ordinal);
        Assert.Contains("\"result\":\"refused\"", account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_from_the_future_counts_as_now_and_is_noted_once()
    {
        using var account = new RenewalAccount(daysLeft: 366);
        await account.RunAsync();
        await account.RunDaysAsync(2);
        var memory = account.Memory.Memory!;
        account.Memory.Stored = RenewalDocument.Write(memory with
        {
            Current = memory.Current! with { Since = account.Time.GetUtcNow().AddYears(7) },
        });

        await account.RunDaysAsync(10);

        Assert.True(account.Memory.Memory!.Current!.Since <= account.Time.GetUtcNow().AddDays(-9));
        Assert.Single(account.Memory.Memory.History, entry => entry.What == "took moments in the future for now");
        Assert.Single(account.Log.Split('\n'), line => line.Contains("counts as now", StringComparison.Ordinal));
        Assert.Equal(["0", "7"], account.Topic.Told.Select(message => message.Key.Split('/')[^1]));
    }

    [Fact]
    public async Task A_root_that_has_expired_is_not_promised_a_renewal()
    {
        using var account = new RenewalAccount(daysLeft: -1);
        account.Ca.Status = CaStatus.Expired;

        await account.RunAsync();
        var plan = await account.AskAsync(new JsonObject { ["request"] = "plan" });

        var message = Assert.Single(account.Topic.Told, told => told.Key.StartsWith("expired/", StringComparison.Ordinal));
        Assert.DoesNotContain("the next daily run renews it", message.Text, StringComparison.Ordinal);
        Assert.Contains("may refuse", plan!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_of_another_account_is_not_looked_for_in_this_one()
    {
        using var account = new RenewalAccount(subordinate: true, daysLeft: 300);
        account.PrivateCa.Remove(Some.OtherCa);

        var answer = await account.RunAsync();

        Assert.DoesNotContain("in this account", answer!["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static CertificateAndChain Wrong(RenewalAccount account, CertificateOrder order, string trouble)
    {
        var (from, until) = (account.Time.GetUtcNow(), account.Time.GetUtcNow().AddYears(5));
        var (csr, pathLength, chain) = (order.Csr, 0, account.Parent!.Certificate!.Certificate);
        switch (trouble)
        {
            case "another key":
                csr = new CaKey("Agency CA").Csr;
                break;
            case "another name":
                csr = account.Key.Request("CN=Other").CreateSigningRequestPem();
                break;
            case "no longer valid":
                until = from.AddDays(299);
                break;
            case "another path length":
                pathLength = 1;
                break;
            case "no chain":
                chain = null;
                break;
            case "not readable":
                return new CertificateAndChain("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", chain);
        }

        var certificate = account.ParentKey.Sign(
            csr, from, until, pathLength, request =>
            {
                if (trouble == "not a CA")
                {
                    request.CertificateExtensions.RemoveAt(0);
                }
            });
        return new CertificateAndChain(certificate.ExportCertificatePem(), chain);
    }
}

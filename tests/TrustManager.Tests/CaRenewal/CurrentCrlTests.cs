using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>The first CRL did not come with the deployment.</summary>
public sealed class CurrentCrlTests : IDisposable
{
    private static readonly string CompleteKey = $"crl/{Some.Ca.CaId}.crl";

    private readonly RenewalAccount _account = new();

    public CurrentCrlTests() => Use(Some.OurCrl);

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_CA_with_a_current_CRL_is_left_alone()
    {
        Put(_account.Key.Crl(_account.Time.GetUtcNow(), null, days: 100));

        await _account.RunDaysAsync(30);

        Assert.Empty(_account.Ca.Orders);
        Assert.Empty(_account.Topic.Told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_CA_without_one_is_made_to_write_it(bool isPartitioned)
    {
        _account.Ca.MakeCrl = (at, point) => _account.Key.Crl(at, point, days: 100);
        Use(isPartitioned ? Some.OurCrl with { CrlType = CrlTypes.Partitioned, CustomPath = "pki" } : Some.OurCrl);

        await _account.RunAsync();
        await _account.RunDaysAsync(30);

        Assert.EndsWith("template/CodeSigningCertificate/V1", Assert.Single(_account.Ca.Orders).TemplateArn, StringComparison.Ordinal);
        Assert.Empty(_account.Topic.Told);
        Assert.Contains(_account.Memory.Memory!.History, entry => entry.What == "issued a certificate that nothing can use");
    }

    [Fact]
    public async Task A_CRL_that_takes_hours_is_not_missed_by_the_run_that_had_it_written()
    {
        _account.PrivateCa.CrlDelay = TimeSpan.FromHours(3);

        await _account.RunAsync();
        await _account.RunDaysAsync(1);

        Assert.Single(_account.Ca.Orders);
        Assert.Empty(_account.Topic.Told);
    }

    [Fact]
    public async Task One_that_does_not_come_is_notified_once_and_again_when_it_is_lost_again()
    {
        _account.PrivateCa.CrlDelay = null;
        await _account.RunAsync();
        Assert.Empty(_account.Topic.Told);

        await _account.RunDaysAsync(5);
        Assert.Equal("CA 'Agency CA' has no current CRL", Assert.Single(_account.Topic.Told).Subject);
        Assert.Contains($"there is no {CompleteKey} in bucket '{Some.Bucket}'", _account.Topic.Told[0].Text, StringComparison.Ordinal);
        Assert.Single(_account.Ca.Orders);

        Put(_account.Key.Crl(_account.Time.GetUtcNow(), null, days: 2));
        await _account.RunDaysAsync(1);
        await _account.RunDaysAsync(20);
        Assert.Equal(2, _account.Topic.Told.Count);
        Assert.InRange(_account.Ca.Orders.Count, 3, 4);
    }

    [Fact]
    public async Task A_CA_that_was_disabled_is_looked_after_once_it_is_enabled()
    {
        _account.Ca.MakeCrl = (at, point) => _account.Key.Crl(at, point, days: 100);
        _account.Ca.Status = CaStatus.Disabled;
        await _account.RunDaysAsync(3);
        Assert.Empty(_account.Ca.Orders);
        Assert.Contains(_account.Topic.Told, message => message.Text.Contains("Enable it; the next run", StringComparison.Ordinal));

        _account.Ca.Status = CaStatus.Active;
        await _account.RunDaysAsync(3);

        Assert.Single(_account.Ca.Orders);
        Assert.DoesNotContain(_account.Memory.Memory!.Sent, sent => sent.Key == "crl-missing");
    }

    [Fact]
    public async Task The_list_of_another_CA_at_the_place_is_none()
    {
        _account.PrivateCa.CrlDelay = null;
        Put(new CaKey("Another CA").Crl(_account.Time.GetUtcNow(), null, days: 100));

        await _account.RunAsync();
        await _account.RunDaysAsync(1);

        Assert.Contains("is a CRL of \"CN=Another CA\"", Assert.Single(_account.Topic.Told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CRL_that_cannot_be_read_is_notified_and_fails_nothing_else()
    {
        _account.Settings = _account.Settings with { Mode = Infra.TrustManager.CaRenewal.RenewalMode.Watch, Reissue = null };
        _account.Bucket.AreCrlsClosed = true;

        var answer = await _account.RunAsync();

        Assert.Null(answer!["error"]);
        Assert.Contains("AccessDenied", Assert.Single(_account.Topic.Told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CA_whose_settings_are_not_this_deployments_gets_none()
    {
        _account.Ca.Revocation = new RevocationSettings(Some.EarlierCrl, null);

        await _account.RunDaysAsync(3);

        Assert.Empty(_account.Ca.Orders);
        Assert.DoesNotContain(_account.Topic.Told, message => message.Key == "crl-missing");
    }

    private void Put(byte[] crl) => _account.Bucket.Objects[(Some.Bucket, CompleteKey)] = crl;

    private void Use(CrlSettings settings)
    {
        _account.Settings = _account.Settings with { DesiredCrl = settings };
        _account.Ca.Revocation = new RevocationSettings(settings, null);
    }
}

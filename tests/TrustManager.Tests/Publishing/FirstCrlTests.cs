using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Publishing;

public sealed class FirstCrlTests : IDisposable
{
    private readonly FakeAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_CA_without_a_CRL_issues_one_certificate_that_nobody_can_use()
    {
        await _account.CreateAsync(Some.PropertyValues());

        var order = Assert.Single(_account.Ca.Orders);
        var request = CertificateRequest.LoadSigningRequestPem(order.Csr, HashAlgorithmName.SHA256);
        Assert.StartsWith("CN=First CRL - not for use", request.SubjectName.Name, StringComparison.Ordinal);
        Assert.Equal(new ValidityPeriod(1, "DAYS"), order.Validity);
        Assert.Equal("arn:aws-us-gov:acm-pca:::template/EndEntityCertificate/V1", order.TemplateArn);
        Assert.Equal("SHA256WITHECDSA", order.SigningAlgorithm);
        Assert.InRange(order.IdempotencyToken.Length, 1, 36);
    }

    [Fact]
    public async Task A_CA_whose_CRL_exists_issues_none()
    {
        _account.Bucket.Objects[(Some.Bucket, $"crl/{Some.Ca.CaId}.crl")] = [1];

        await _account.CreateAsync(Some.PropertyValues());

        Assert.Empty(_account.Ca.Orders);
    }

    [Fact]
    public async Task A_disabled_CA_is_configured_with_a_warning()
    {
        _account.Ca.Status = CaStatus.Disabled;

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("enable the CA", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Contains("FirstCrlMissing", _account.Log, StringComparison.Ordinal);
        Assert.Empty(_account.Ca.Orders);
    }

    [Fact]
    public async Task A_CRL_that_takes_minutes_is_waited_for()
    {
        _account.PrivateCa.CrlDelay = TimeSpan.FromMinutes(8);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.Equal("none", answer.Data["Warning"]);
        Assert.Single(_account.Ca.Orders);
    }

    [Fact]
    public async Task A_certificate_that_is_still_being_made_is_waited_for()
    {
        _account.PrivateCa.MadeAt = _account.Time.GetUtcNow() + TimeSpan.FromSeconds(20);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Equal("none", answer.Data["Warning"]);
    }

    [Fact]
    public async Task A_CRL_that_does_not_come_ends_in_a_warning_before_the_time_is_over()
    {
        _account.PrivateCa.CrlDelay = null;
        _account.Timeout = TimeSpan.FromMinutes(3);

        var answer = await _account.CreateAsync(Some.PropertyValues());

        Assert.True(answer.Succeeded, answer.Reason);
        Assert.Contains("did not appear", answer.Data["Warning"], StringComparison.Ordinal);
        Assert.Equal($"crl/{Some.Ca.CaId}.crl", answer.Data["CrlKey"]);
    }

    [Fact]
    public async Task A_partition_is_found_where_the_certificate_says()
    {
        var answer = await _account.CreateAsync(Some.PropertyValues(("CrlType", "PARTITIONED"), ("CustomPath", "pki/crl")));

        Assert.Equal("pki/crl/0f7d3c1e-partition.crl", answer.Data["CrlKey"]);
        Assert.Equal($"http://{Some.Cname}/pki/crl/0f7d3c1e-partition.crl", answer.Data["CrlUrl"]);
    }

    [Fact]
    public void The_key_is_read_from_the_distribution_point()
    {
        var certificate = Some.Certificate("http://crl.example.mil/pki/crl/a%20b.crl").CertificateDer();

        Assert.Equal("pki/crl/a b.crl", DistributionPoint.KeyIn(certificate));
    }

    [Fact]
    public void A_certificate_without_a_distribution_point_has_no_key() =>
        Assert.Null(DistributionPoint.KeyIn(Some.RootCertificate.CertificateDer()));
}

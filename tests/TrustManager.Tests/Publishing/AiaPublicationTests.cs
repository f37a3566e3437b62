using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Publishing;

public sealed class AiaPublicationTests : IDisposable
{
    private readonly FakeAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task The_certificate_and_its_chain_are_published_as_DER_with_the_issuer_first()
    {
        var (issuer, root) = (Some.Certificate("http://a/1.crl"), Some.Certificate("http://a/2.crl"));
        _account.Ca.Certificate = new CertificateAndChain(Some.RootCertificate.Certificate, $"{issuer.Certificate}\n{root.Certificate}\n");

        await _account.CreateAsync(Some.PropertyValues());

        Assert.Equal(Some.RootCertificate.CertificateDer(), Published($"aia/{Some.Ca.CaId}.cer"));
        Assert.Equal(issuer.CertificateDer(), Published($"aia/{Some.Ca.CaId}-chain-1.cer"));
        Assert.Equal(root.CertificateDer(), Published($"aia/{Some.Ca.CaId}-chain-2.cer"));
    }

    [Fact]
    public async Task What_is_there_already_is_not_written_again()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Calls.Heal();

        await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues());

        Assert.DoesNotContain("s3:PutObject", _account.Calls.Names);
    }

    [Fact]
    public async Task A_renewed_certificate_is_written()
    {
        await _account.CreateAsync(Some.PropertyValues());
        _account.Ca.Certificate = Some.Certificate("http://renewed/1.crl");

        await _account.UpdateAsync(Some.PropertyValues(), Some.PropertyValues());

        Assert.Equal(_account.Ca.Certificate.CertificateDer(), Published($"aia/{Some.Ca.CaId}.cer"));
    }

    private byte[] Published(string key) => _account.Bucket.Objects[(Some.Bucket, key)];
}

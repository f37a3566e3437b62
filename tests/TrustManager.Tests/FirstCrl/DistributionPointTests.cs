using Infra.TrustManager.FirstCrl;

namespace Infra.TrustManager.Tests.FirstCrl;

public sealed class DistributionPointTests
{
    [Fact]
    public void The_key_is_read_from_the_distribution_point()
    {
        var certificate = Some.Certificate("http://crl.example.mil/pki/crl/a%20b.crl").CertificateDer();

        Assert.Equal("pki/crl/a b.crl", DistributionPoint.KeyOf(DistributionPoint.UrlIn(certificate)!));
    }

    [Fact]
    public void A_certificate_without_a_distribution_point_has_no_key() =>
        Assert.Null(DistributionPoint.UrlIn(Some.RootCertificate.CertificateDer()));
}

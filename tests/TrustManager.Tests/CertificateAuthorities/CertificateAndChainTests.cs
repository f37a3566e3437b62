using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.CertificateAuthorities;

public sealed class CertificateAndChainTests
{
    [Theory]
    [InlineData("f1-no-seconds.pem", "line 1: its validity dates are not in the form of RFC 5280")]
    [InlineData("bad-validity.cer", "line 1: its validity dates are not in the form of RFC 5280")]
    [InlineData("f6-joined-end-begin.pem", "not alone on its line")]
    public void What_cannot_be_read_is_a_failure_of_the_service_that_says_why(string file, string problem)
    {
        var certificate = new CertificateAndChain(FieldFile.Pem(file), FieldFile.Pem(file));

        foreach (var read in new Action[] { () => certificate.CertificateDer(), () => certificate.ChainDer() })
        {
            var failure = Assert.Throws<ServiceException>(read);
            Assert.Equal(ServiceFailure.Rejected, failure.Failure);
            Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\n")]
    public void A_root_has_no_chain(string? chain) =>
        Assert.Empty(new CertificateAndChain(SomeCa.Root().Pem, chain).ChainDer());
}

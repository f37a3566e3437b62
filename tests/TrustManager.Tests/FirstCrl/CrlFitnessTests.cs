using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.FirstCrl;

public sealed class CrlFitnessTests : IDisposable
{
    private const string Url = "http://crl.example.mil/pki/a.crl";
    private const string Name = "CN=Agency CA, O=Agency";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _ca;

    public CrlFitnessTests()
    {
        var request = new CertificateRequest(Name, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension([1, 2, 3], critical: false));
        _ca = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(5));
    }

    public void Dispose()
    {
        _ca.Dispose();
        _key.Dispose();
    }

    [Theory]
    [InlineData(0, 7, null)]
    [InlineData(-6, 1, null)]
    [InlineData(-7, 0, "ended on 2026-11-21 08:00 UTC")]
    [InlineData(1, 7, "begins on 2026-11-22 08:00 UTC, in the future")]
    public void A_list_counts_while_it_is_current(int from, int until, string? problem) =>
        Assert.Equal(problem, Problem(TestCrl.Sign(_key, Name, Now.AddDays(from), Now.AddDays(until))));

    [Fact]
    public void A_clock_that_is_minutes_off_does_not_matter() =>
        Assert.Null(Problem(TestCrl.Sign(_key, Name, Now.AddMinutes(4), Now.AddDays(7))));

    [Fact]
    public void A_list_without_nextUpdate_does_not_count() =>
        Assert.Equal("has no nextUpdate", Problem(TestCrl.Sign(_key, Name, Now, null)));

    [Theory]
    [InlineData(Url, true, null)]
    [InlineData(Url, false, null)]
    [InlineData(null, false, null)]
    [InlineData(null, true, "names no issuing distribution point; a partition must name " + Url)]
    [InlineData("http://crl.example.mil/pki/b.crl", true, "speaks for http://crl.example.mil/pki/b.crl, not for " + Url)]
    [InlineData("http://crl.example.mil/pki/b.crl", false, "speaks for http://crl.example.mil/pki/b.crl, not for " + Url)]
    public void A_list_counts_at_the_URL_that_it_names(string? point, bool isPartition, string? problem) =>
        Assert.Equal(problem, Problem(TestCrl.Sign(_key, Name, Now, Now.AddDays(7), point), isPartition));

    [Fact]
    public void A_list_of_another_name_does_not_count() => Assert.Equal(
        "is a CRL of \"CN=Another CA\", not of \"CN=Agency CA, O=Agency\"",
        Problem(TestCrl.Sign(_key, "CN=Another CA", Now, Now.AddDays(7))));

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 }, null)]
    [InlineData(new byte[] { 1, 2, 4 }, "is a CRL of the key 010204, not of the CA's key 010203")]
    public void A_key_identifier_that_is_there_is_the_CAs(byte[] keyId, string? problem) =>
        Assert.Equal(problem, Problem(TestCrl.Sign(_key, Name, Now, Now.AddDays(7), keyId: keyId)));

    [Fact]
    public void A_list_that_another_key_signed_does_not_count()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("is not signed by the CA's key", Problem(TestCrl.Sign(other, Name, Now, Now.AddDays(7))));
    }

    [Fact]
    public void A_list_cut_or_changed_at_any_byte_never_counts()
    {
        var crl = TestCrl.Sign(_key, Name, Now, Now.AddDays(7), Url);
        for (var at = 0; at < crl.Length; at++)
        {
            byte[] changed = [.. crl];
            changed[at] ^= 0x41;

            Assert.True(Problem(changed) is not null, $"changed at {at}");
            Assert.Equal("is no CRL", Problem(crl[..at]));
        }

        Assert.Equal("is no CRL", Problem([.. crl, 0]));
    }

    private string? Problem(byte[] crl, bool isPartition = false) =>
        CrlFitness.Problem(crl, ParsedCertificate.FromDer(_ca.RawData), Url, isPartition, Now);
}

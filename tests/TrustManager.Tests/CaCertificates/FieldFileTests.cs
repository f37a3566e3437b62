using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class FieldFileTests
{
    [Theory]
    [InlineData("f1-notafter-fraction.pem")]
    [InlineData("f1-no-seconds.pem")]
    [InlineData("bad-validity.cer")]
    public void Dates_that_not_everyone_can_read_are_one_problem_and_the_other_sources_are_read(string file)
    {
        var root = SomeCa.Root();

        var bundle = CaBundle.Read([(file, FieldFile.Pem(file)), ("root.pem", root.Pem)]);

        Assert.Equal(
            $"{file} line 1: its validity dates are not in the form of RFC 5280 (4.1.2.5); have it issued again.",
            Assert.Single(bundle.Problems));
        Assert.Equal(root.Thumbprint, Assert.Single(bundle.Certificates).Thumbprint);
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_one_problem_and_no_exception() =>
        Assert.Contains(
            "from loads-as-der-not-as-pem.cer has a public key that cannot be read",
            Assert.Single(Problems("loads-as-der-not-as-pem.cer")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("f2-underscore-in-common-name.pem", "CARD_CA_1", "SERVER_ROOT")]
    [InlineData("f2-ampersand-in-printablestring.pem", "Card Issuing CA 1", "Server Root CA")]
    public void Names_that_dotnet_refuses_are_read_and_tell_CAs_apart(string file, string one, string other)
    {
        var bundle = FieldFile.Read(file);

        Assert.Empty(bundle.Problems);
        Assert.Equal([one, other], bundle.Certificates.Select(certificate => certificate.CommonName));
        Assert.False(bundle.Certificates[0].IsOfSameCa(bundle.Certificates[1]));
    }

    [Fact]
    public void A_name_cannot_break_lines_or_control_a_terminal()
    {
        var ca = Assert.Single(FieldFile.Read("cn-injection.pem").Certificates);

        Assert.StartsWith("X'\\u000a\\u000aACTION: run now:\\u000a", ca.CommonName, StringComparison.Ordinal);
        Assert.DoesNotContain(ca.CommonName + ca.Subject + ca.Describe(), char.IsControl);
    }

    [Fact]
    public void CAs_that_certify_each_other_have_no_root()
    {
        var problem = Assert.Single(Problems("f4-two-cas-certify-each-other.pem"));

        Assert.StartsWith("There is no root above CA certificate 'Bridge ", problem, StringComparison.Ordinal);
        Assert.Contains("'Bridge A'", problem, StringComparison.Ordinal);
        Assert.Contains("'Bridge B'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_not_above_them_ends_no_circle() =>
        Assert.Contains(
            "There is no root above",
            Assert.Single(Problems("f4-circle-beside-unrelated-root.pem")),
            StringComparison.Ordinal);

    [Fact]
    public void A_circle_that_also_has_its_root_is_complete()
    {
        var (one, other) = (SomeCa.Root("One"), SomeCa.Root("Other"));

        Assert.Empty(CaCertificateRules.Problems(
            CaBundle.Read([("a.pem", one.Renewed(other).Pem + other.Renewed(one).Pem + one.Pem)]),
            CertificateCeiling.Ldaps));
    }

    [Fact]
    public void An_end_and_a_begin_on_one_line_are_one_problem() =>
        Assert.Equal(
            "f6-joined-end-begin.pem has a PEM boundary on line 11 that is not alone on its line; give "
            + "'-----BEGIN CERTIFICATE-----' and '-----END CERTIFICATE-----' lines of their own.",
            Assert.Single(FieldFile.Read("f6-joined-end-begin.pem").Problems));

    private static IReadOnlyList<string> Problems(string file) =>
        CaCertificateRules.Problems(FieldFile.Read(file), CertificateCeiling.SmartCard);
}

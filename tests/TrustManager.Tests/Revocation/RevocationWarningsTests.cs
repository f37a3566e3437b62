using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class RevocationWarningsTests
{
    [Fact]
    public void A_distribution_point_in_a_bucket_is_named_by_bucket_and_key()
    {
        var warning = Assert.Single(RevocationWarnings.Between(Some.EarlierCrl with { CustomCname = null }, Some.OurCrl, Some.Ca));

        Assert.Contains($"crl/{Some.Ca.CaId}.crl in the S3 host of bucket '{Some.OtherBucket}'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_distribution_point_needs_no_warning()
    {
        var warnings = RevocationWarnings.Between(Some.EarlierCrl with { CustomCname = Some.Cname }, Some.OurCrl, Some.Ca);

        Assert.Empty(warnings);
    }

    [Fact]
    public void Certificates_without_a_distribution_point_need_no_warning()
    {
        var warnings = RevocationWarnings.Between(Some.EarlierCrl with { OmitExtension = true }, Some.OurCrl, Some.Ca);

        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("COMPLETE", "PARTITIONED", "critical")]
    [InlineData("PARTITIONED", "COMPLETE", "no longer be revoked")]
    public void Another_type_of_CRL_says_what_it_means(string from, string to, string what)
    {
        var warnings = RevocationWarnings.Between(
            Some.OurCrl with { CrlType = from, CustomPath = "pki" }, Some.OurCrl with { CrlType = to, CustomPath = "pki" }, Some.Ca);

        Assert.Contains(what, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Fewer_than_three_days_are_short(int days, bool warned)
    {
        var warnings = RevocationWarnings.About(Some.OurCrl with { ExpirationInDays = days });

        Assert.Equal(warned, warnings.Any());
    }
}

using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class RevocationWarningsTests
{
    private static readonly DateTimeOffset Changed = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_distribution_point_in_a_bucket_is_named_by_bucket_and_key()
    {
        var warning = Assert.Single(RevocationWarnings.Between(Some.EarlierCrl with { CustomCname = null }, Some.OurCrl, Some.Ca, Changed));

        Assert.Contains($"crl/{Some.Ca.CaId}.crl in the S3 host of bucket '{Some.OtherBucket}'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_distribution_point_needs_no_warning()
    {
        var warnings = RevocationWarnings.Between(Some.EarlierCrl with { CustomCname = Some.Cname }, Some.OurCrl, Some.Ca, Changed);

        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData(7, "The last CRL there ends at the latest on 2026-11-28.")]
    [InlineData(30, "The last CRL there ends at the latest on 2026-12-21.")]
    [InlineData(null, "The last CRL there ends at its nextUpdate.")]
    public void The_last_CRL_at_the_old_place_ends_on_a_day(int? days, string sentence) => Assert.Contains(
        sentence,
        Assert.Single(RevocationWarnings.Between(
            Some.EarlierCrl with { ExpirationInDays = days }, Some.OurCrl, Some.Ca, Changed)),
        StringComparison.Ordinal);

    [Fact]
    public void A_distribution_point_that_was_left_out_is_said_to_be_named_from_now_on()
    {
        var earlier = Some.EarlierCrl with { CustomCname = null, OmitExtension = true };

        var warning = Assert.Single(RevocationWarnings.Between(earlier, Some.OurCrl, Some.Ca, Changed));

        Assert.Contains("issued from now on name the distribution point http://", warning, StringComparison.Ordinal);
        Assert.Contains("OmitExtension, now off", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Nothing_is_said_of_a_distribution_point_that_stays_left_out_or_there(bool before, bool after) => Assert.Empty(
        RevocationWarnings.Between(
            Some.OurCrl with { OmitExtension = before }, Some.OurCrl with { OmitExtension = after }, Some.Ca, Changed));

    [Theory]
    [InlineData("COMPLETE", "PARTITIONED", "critical")]
    [InlineData("PARTITIONED", "COMPLETE", "no longer be revoked")]
    public void Another_type_of_CRL_says_what_it_means(string from, string to, string what)
    {
        var warnings = RevocationWarnings.Between(
            Some.OurCrl with { CrlType = from, CustomPath = "pki" }, Some.OurCrl with { CrlType = to, CustomPath = "pki" }, Some.Ca, Changed);

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

using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class CrlDriftTests
{
    public static TheoryData<CrlSettings, string, string?> Changes => new()
    {
        { CrlSettings.Disabled, "CRLs are switched off", "then sign-in" },
        { Some.OurCrl with { S3BucketName = "theirs" }, "bucket is 'theirs', deployed is 'crl-bucket'", "then sign-in" },
        { Some.OurCrl with { CrlType = "PARTITIONED" }, "type is 'PARTITIONED', deployed is 'COMPLETE'", "then sign-in" },
        { Some.OurCrl with { CustomPath = "pki" }, "folder (CustomPath) is 'pki', deployed is none", "then sign-in" },
        { Some.OurCrl with { CustomCname = null }, "host (CustomCname) is none, deployed is", "another host" },
        { Some.OurCrl with { ExpirationInDays = 30 }, "days until a CRL expires is '30', deployed is '7'", null },
        { Some.OurCrl with { S3ObjectAcl = null }, "ACL is 'PUBLIC_READ', deployed is 'BUCKET_OWNER", "blocks public access" },
        { Some.OurCrl with { OmitExtension = true }, "OmitExtension is 'true', deployed is 'false'", "name no CRL" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_difference_is_named_with_both_values_and_what_it_means(
        CrlSettings observed, string difference, string? consequence)
    {
        var drift = CrlDrift.In(Ca(observed), Some.OurCrl)!;

        Assert.StartsWith(difference, Assert.Single(drift.Differences()), StringComparison.Ordinal);
        Assert.Equal(consequence is null ? 0 : 1, drift.Consequences().Count);
        Assert.Contains(consequence ?? "", string.Concat(drift.Consequences()), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_mean_the_same_are_no_difference() =>
        Assert.Null(CrlDrift.In(Ca(Some.OurCrl with { OmitExtension = false, CrlType = null, CustomPath = "" }), Some.OurCrl));

    [Fact]
    public void A_deployment_that_gives_no_settings_compares_none() => Assert.Null(CrlDrift.In(Ca(CrlSettings.Disabled), null));

    [Theory]
    [InlineData(CaStatus.Active, true)]
    [InlineData(CaStatus.Disabled, true)]
    [InlineData(CaStatus.Expired, false)]
    [InlineData(CaStatus.Deleted, false)]
    public void A_CA_that_writes_no_CRL_and_takes_no_change_is_not_compared(string status, bool isCompared) =>
        Assert.Equal(isCompared, CrlDrift.In(Ca(CrlSettings.Disabled) with { Status = status }, Some.OurCrl) is not null);

    private static CertificateAuthority Ca(CrlSettings crl) => new()
    {
        Arn = Some.Ca,
        Status = CaStatus.Active,
        IsRoot = true,
        SigningAlgorithm = "SHA256WITHECDSA",
        Revocation = new RevocationSettings(crl, null),
    };
}

using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class RenewalSettingsReaderTests
{
    private static readonly string Url = $"http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer";

    [Fact]
    public void Everything_is_read()
    {
        var settings = Read(
            (TrustManagerVariables.ParentArn, Some.OtherCa.ToString()), (TrustManagerVariables.PathLength, "1"));

        Assert.Equal(Some.Ca, settings.Ca);
        Assert.Equal(RenewalMode.Renew, settings.Mode);
        Assert.Equal("memory", settings.MemoryBucket);
        Assert.Equal(
            new ReissueSettings { RenewBeforeDays = 365, ValidityYears = 5, Parent = Some.OtherCa, PathLength = 1 },
            settings.Reissue);
        Assert.Equal(new PublicationSettings("crl", new Uri(Url)), settings.Publication);
        Assert.Equal("aia/", settings.Publication.Prefix);
        Assert.Equal(Url.Replace(".cer", "-chain-2.cer", StringComparison.Ordinal), settings.Publication.ChainUrl(2));
    }

    [Fact]
    public void The_path_length_may_be_left_to_the_present_certificate() =>
        Assert.Null(Read((TrustManagerVariables.ParentArn, Some.OtherCa.ToString())).Reissue!.PathLength);

    [Fact]
    public void Changes_that_are_allowed_are_read() => Assert.Equal(
        [RenewalChange.Issuer, RenewalChange.PathLength],
        Read((TrustManagerVariables.AllowChanges, "issuer,pathLength")).Reissue!.AllowChanges);

    [Fact]
    public void A_CA_without_a_parent_is_a_root() => Assert.Null(Read().Reissue!.PathLength);

    [Fact]
    public void Who_only_watches_needs_no_terms_of_a_renewal() => Assert.Null(Read(
        (TrustManagerVariables.RenewalMode, "watch"),
        (TrustManagerVariables.RenewBeforeDays, null),
        (TrustManagerVariables.ValidityYears, null)).Reissue);

    [Theory]
    [InlineData(TrustManagerVariables.CertificateAuthorityArn, "arn:aws:acm-pca", "'arn:aws:acm-pca'")]
    [InlineData(TrustManagerVariables.CertificateAuthorityArn, null, "missing")]
    [InlineData(TrustManagerVariables.RenewalMode, "sometimes", "renew or watch")]
    [InlineData(TrustManagerVariables.MemoryBucket, "", "missing")]
    [InlineData(TrustManagerVariables.RenewBeforeDays, "0", "1 to 3650")]
    [InlineData(TrustManagerVariables.RenewBeforeDays, "1825", "less than the validity of 5 years")]
    [InlineData(TrustManagerVariables.ValidityYears, "51", "1 to 50")]
    [InlineData(TrustManagerVariables.ParentArn, "x", "certificate-authority/<id>")]
    [InlineData(TrustManagerVariables.AllowChanges, "pathLength,all", "certificatePolicies")]
    [InlineData(TrustManagerVariables.PublishBucket, null, "missing")]
    [InlineData(TrustManagerVariables.CaCertificateUrl, "http://crl.corp.example.mil/aia/other.cer", "ends with /")]
    [InlineData(TrustManagerVariables.CaCertificateUrl, "aia/x.cer", "http or https")]
    public void What_cannot_be_used_is_named_with_what_is_allowed(string name, string? value, string allowed)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON", "as JSON")]
    [InlineData("{}", "CrlBucketName is missing")]
    [InlineData("[]", "CertificateAuthorityArn is missing")]
    public void Properties_that_cannot_be_read_are_named(string json, string problem) =>
        What_cannot_be_used_is_named_with_what_is_allowed(TrustManagerVariables.CaRevocationProperties, json, problem);

    [Fact]
    public void The_desired_CRL_settings_are_those_of_the_custom_resource() => Assert.Equal(
        new CrlSettings
        {
            Enabled = true,
            ExpirationInDays = 3,
            CustomCname = "crl.example",
            S3BucketName = "crl-bucket",
            S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL",
            CrlType = "PARTITIONED",
            CustomPath = "pki",
        },
        Read((TrustManagerVariables.CaRevocationProperties, Properties(Some.Ca.ToString()))).DesiredCrl);

    [Fact]
    public void The_CRL_settings_of_another_CA_are_refused() => What_cannot_be_used_is_named_with_what_is_allowed(
        TrustManagerVariables.CaRevocationProperties, Properties(Some.OtherCa.ToString()), $"it must be {Some.Ca}");

    [Fact]
    public void A_CA_is_not_its_own_parent() => Assert.Throws<InvalidOperationException>(
        () => Read((TrustManagerVariables.ParentArn, Some.Ca.ToString()), (TrustManagerVariables.PathLength, "0")));

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => Read((TrustManagerVariables.MemoryBucket, null), (TrustManagerVariables.ValidityYears, "x")));

        Assert.Contains(TrustManagerVariables.MemoryBucket, error.Message, StringComparison.Ordinal);
        Assert.Contains(TrustManagerVariables.ValidityYears, error.Message, StringComparison.Ordinal);
    }

    private static RenewalSettings Read(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            [TrustManagerVariables.CertificateAuthorityArn] = Some.Ca.ToString(),
            [TrustManagerVariables.RenewalMode] = "renew",
            [TrustManagerVariables.MemoryBucket] = "memory",
            [TrustManagerVariables.RenewBeforeDays] = "365",
            [TrustManagerVariables.ValidityYears] = "5",
            [TrustManagerVariables.PublishBucket] = "crl",
            [TrustManagerVariables.CaCertificateUrl] = Url,
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return RenewalSettingsReader.Read(TrustManagerVariables.CaRenewal, values.GetValueOrDefault);
    }

    private static string Properties(string ca) => $$"""
        {
          "CertificateAuthorityArn": "{{ca}}", "CrlBucketName": "crl-bucket", "CustomCname": "crl.example",
          "ExpirationInDays": 3, "CrlType": "PARTITIONED", "CustomPath": "pki", "AiaPrefix": "aia/", "RestoreOnDelete": true
        }
        """;
}

using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Revocation;

public sealed class CaRevocationPropertiesTests
{
    [Theory]
    [InlineData("CertificateAuthorityArn", "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/")]
    [InlineData("CertificateAuthorityArn", null)]
    [InlineData("CrlBucketName", "Capital")]
    [InlineData("CrlBucketName", null)]
    [InlineData("CustomCname", "http://crl.example.mil")]
    [InlineData("CustomCname", "crl.example.mil/path")]
    [InlineData("CustomCname", null)]
    [InlineData("ExpirationInDays", "0")]
    [InlineData("ExpirationInDays", "5001")]
    [InlineData("ExpirationInDays", "seven")]
    [InlineData("CrlType", "DELTA")]
    [InlineData("CrlType", "PARTITIONED")]
    [InlineData("CustomPath", "/crl")]
    [InlineData("CustomPath", "crl/")]
    [InlineData("CustomPath", "a b")]
    [InlineData("AiaPrefix", "aia")]
    [InlineData("CustomPath", "crl")]
    [InlineData("CustomPath", "aia/crl")]
    [InlineData("CustomPath", "trust-manager")]
    [InlineData("CustomPath", "ca-renewal/x")]
    [InlineData("RestoreCustomPath", "/old")]
    [InlineData("RestoreOnDelete", "maybe")]
    public void A_wrong_value_is_named(string property, string? value)
    {
        var error = Assert.Throws<ResourceException>(() => CaRevocationProperties.From(Some.Properties((property, value))));

        Assert.Contains(property, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExpirationInDays", "1")]
    [InlineData("ExpirationInDays", "5000")]
    [InlineData("CustomCname", "internal-pki-1234.us-gov-west-1.elb.amazonaws.com")]
    [InlineData("CustomCname", "127.0.0.1:8080")]
    [InlineData("RestoreOnDelete", "False")]
    [InlineData("CustomPath", "pki/crl")]
    [InlineData("CustomPath", "crl/partitions")]
    [InlineData("CustomPath", "aia2")]
    public void A_value_at_its_limit_is_accepted(string property, string value)
    {
        var properties = CaRevocationProperties.From(Some.Properties((property, value)));

        Assert.True(properties.DesiredCrl().Enabled);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var error = Assert.Throws<ResourceException>(() => CaRevocationProperties.From(
            Some.Properties(("CustomCname", "https://x"), ("ExpirationInDays", "0"), ("RestoreOnDelete", "no"))));

        Assert.All(["CustomCname", "ExpirationInDays", "RestoreOnDelete"], name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_name_of_254_characters_is_too_long()
    {
        var name = string.Join('.', Enumerable.Repeat("abcdefgh", 29))[..254];

        Assert.Throws<ResourceException>(() => CaRevocationProperties.From(Some.Properties(("CustomCname", name))));
    }
}

using Infra.CrlResponder.Settings;

namespace Infra.CrlResponder.Tests.Settings;

public sealed class CrlResponderSettingsTests
{
    private static CrlResponderSettings Read(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return CrlResponderSettings.FromEnvironment(environment.GetValueOrDefault);
    }

    [Fact]
    public void Only_the_bucket_must_be_given()
    {
        var settings = Read((CrlResponderVariables.BucketName, "b"));

        Assert.Equal(["crl/"], settings.CrlPrefixes);
        Assert.Equal("aia/", settings.AiaPrefix);
        Assert.Equal(TimeSpan.FromHours(1), settings.MaxAge);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.RevalidateAfter);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.S3Timeout);
        Assert.Equal("/health", settings.HealthPath);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var settings = Read(
            (CrlResponderVariables.BucketName, "b"),
            (CrlResponderVariables.CrlPrefixes, "crl/, pki/partitions/"),
            (CrlResponderVariables.AiaPrefix, "ca/"),
            (CrlResponderVariables.MaxAgeSeconds, "7200"),
            (CrlResponderVariables.RevalidateAfterSeconds, "0"),
            (CrlResponderVariables.S3TimeoutMilliseconds, "2500"),
            (CrlResponderVariables.HealthPath, "/up"));

        Assert.Equal("b", settings.BucketName);
        Assert.Equal(["crl/", "pki/partitions/"], settings.CrlPrefixes);
        Assert.Equal("ca/", settings.AiaPrefix);
        Assert.Equal(TimeSpan.FromHours(2), settings.MaxAge);
        Assert.Equal(TimeSpan.Zero, settings.RevalidateAfter);
        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.S3Timeout);
        Assert.Equal("/up", settings.HealthPath);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var exception = Assert.Throws<SettingsException>(() => Read(
            (CrlResponderVariables.CrlPrefixes, "crl"),
            (CrlResponderVariables.AiaPrefix, "/aia/"),
            (CrlResponderVariables.MaxAgeSeconds, "an hour"),
            (CrlResponderVariables.RevalidateAfterSeconds, "-1"),
            (CrlResponderVariables.S3TimeoutMilliseconds, "15000"),
            (CrlResponderVariables.HealthPath, "health")));

        Assert.Equal(7, exception.Problems.Count);
        Assert.Contains("MAX_AGE_SECONDS is 'an hour'; it must be a whole number.", exception.Problems);
        Assert.Contains("S3_TIMEOUT_MILLISECONDS is 15000; allowed are 100 to 14000 milliseconds.", exception.Problems);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("crl/,")]
    [InlineData("crl//")]
    [InlineData("../crl/")]
    [InlineData("./")]
    public void A_prefix_that_names_no_folder_is_refused(string prefixes)
    {
        Assert.Throws<SettingsException>(
            () => Read((CrlResponderVariables.BucketName, "b"), (CrlResponderVariables.CrlPrefixes, prefixes)));
    }
}

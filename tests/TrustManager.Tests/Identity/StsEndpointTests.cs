using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Tests.Identity;

public sealed class StsEndpointTests
{
    [Theory]
    [InlineData("us-east-1", "https://sts.us-east-1.amazonaws.com")]
    [InlineData("us-gov-east-1", "https://sts.us-gov-east-1.amazonaws.com")]
    [InlineData("cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-iso-east-1", "https://sts.us-iso-east-1.c2s.ic.gov")]
    public void A_function_asks_the_sts_of_its_region_and_partition(string region, string url) =>
        Assert.Equal(new StsEndpoint(region, url), Read(("AWS_REGION", region)));

    [Theory]
    [InlineData("http://127.0.0.1:4599")]
    [InlineData("http://127.0.0.1:4599/")]
    [InlineData("https://vpce-1.sts.us-east-1.vpce.amazonaws.com")]
    public void The_environment_may_name_another(string url)
    {
        Assert.Equal(url.TrimEnd('/'), Read(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", url)).Url);
        Assert.Equal(
            url.TrimEnd('/'),
            Read(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", "https://all"), ("AWS_ENDPOINT_URL_STS", url)).Url);
    }

    [Theory]
    [InlineData("http://sts.example")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user@sts.example")]
    [InlineData("https://sts.example/path")]
    [InlineData("https://sts.example/?q")]
    [InlineData("sts.example")]
    public void An_endpoint_that_cannot_be_used_is_an_error(string url)
    {
        var failure = Assert.Throws<InvalidOperationException>(
            () => Read(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_STS", url)));

        Assert.Contains("must be https://<host>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_region_is_an_error() =>
        Assert.Contains(
            "AWS_REGION", Assert.Throws<InvalidOperationException>(() => Read()).Message, StringComparison.Ordinal);

    private static StsEndpoint Read(params (string Name, string Value)[] variables) =>
        StsEndpoint.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}

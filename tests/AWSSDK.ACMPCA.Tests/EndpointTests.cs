using Amazon;
using Amazon.ACMPCA;
using Amazon.ACMPCA.Model;
using Amazon.Runtime;

namespace Infra.AWSSDK.ACMPCA.Tests;

public class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://acm-pca.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://acm-pca-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://acm-pca.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", false, false, "https://acm-pca.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://acm-pca.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://acm-pca-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://acm-pca.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-iso-east-1", false, false, "https://acm-pca.us-iso-east-1.c2s.ic.gov")]
    public void Every_partition_has_its_host(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonACMPCAClient(new AnonymousAWSCredentials(), new AmazonACMPCAConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        var endpoint = client.DetermineServiceOperationEndpoint(new DescribeCertificateAuthorityRequest());

        Assert.Equal(url, endpoint.URL.TrimEnd('/'));
    }

    [Fact]
    public async Task A_custom_url_and_fips_exclude_each_other()
    {
        using var client = new AmazonACMPCAClient(new BasicAWSCredentials("key", "secret"), new AmazonACMPCAConfig
        {
            ServiceURL = "http://127.0.0.1:9",
            UseFIPSEndpoint = true,
        });

        var error = await Assert.ThrowsAsync<AmazonClientException>(
            () => client.DescribeCertificateAuthorityAsync(new() { CertificateAuthorityArn = "arn" }));

        Assert.Equal("Invalid Configuration: FIPS and custom endpoint are not supported", error.Message);
    }

    [Fact]
    public void The_service_has_the_names_that_settings_look_for()
    {
        var config = new AmazonACMPCAConfig { RegionEndpoint = RegionEndpoint.USEast1 };

        Assert.Equal("ACM PCA", AmazonACMPCAConfig.ServiceId);
        Assert.Equal("acm-pca", config.RegionEndpointServiceName);
        Assert.Equal("2017-08-22", config.ServiceVersion);
    }
}

using Amazon;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.Runtime;

namespace Infra.AWSSDK.SimpleNotificationService.Tests;

public class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://sns.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://sns-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://sns.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", false, false, "https://sns.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://sns.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://sns-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://sns.cn-north-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", false, false, "https://sns.eusc-de-east-1.amazonaws.eu")]
    [InlineData("us-iso-east-1", false, false, "https://sns.us-iso-east-1.c2s.ic.gov")]
    public void Every_partition_has_its_host(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonSimpleNotificationServiceClient(
            new AnonymousAWSCredentials(),
            new AmazonSimpleNotificationServiceConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        var endpoint = client.DetermineServiceOperationEndpoint(new PublishRequest());

        Assert.Equal(url, endpoint.URL.TrimEnd('/'));
    }

    [Fact]
    public void The_variable_of_the_service_moves_it_to_another_url()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:4599");
        try
        {
            using var client = new AmazonSimpleNotificationServiceClient(
                new AnonymousAWSCredentials(), RegionEndpoint.USEast1);

            var endpoint = client.DetermineServiceOperationEndpoint(new PublishRequest());

            Assert.Equal("http://127.0.0.1:4599", endpoint.URL.TrimEnd('/'));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SNS", null);
        }
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public async Task A_custom_url_excludes_fips_and_dual_stack(bool fips, bool dualStack, string message)
    {
        using var client = new AmazonSimpleNotificationServiceClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonSimpleNotificationServiceConfig
            {
                ServiceURL = "http://127.0.0.1:9",
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => client.PublishAsync(new PublishRequest()));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void The_service_has_the_names_that_settings_look_for()
    {
        var config = new AmazonSimpleNotificationServiceConfig { RegionEndpoint = RegionEndpoint.USEast1 };

        Assert.Equal("SNS", AmazonSimpleNotificationServiceConfig.ServiceId);
        Assert.Equal("sns", config.RegionEndpointServiceName);
        Assert.Equal("2010-03-31", config.ServiceVersion);
    }
}

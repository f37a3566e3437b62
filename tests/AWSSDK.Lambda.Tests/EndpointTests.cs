using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Infra.AWSSDK.Lambda.Tests;

public class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://lambda.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://lambda-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://lambda.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", false, false, "https://lambda.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://lambda-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://lambda-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://lambda.cn-north-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", false, false, "https://lambda.eusc-de-east-1.amazonaws.eu")]
    [InlineData("us-iso-east-1", false, false, "https://lambda.us-iso-east-1.c2s.ic.gov")]
    public void Every_partition_has_its_host(string region, bool fips, bool dualStack, string url)
    {
        using var client = new AmazonLambdaClient(
            new AnonymousAWSCredentials(),
            new AmazonLambdaConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        var endpoint = client.DetermineServiceOperationEndpoint(new ListFunctionsRequest());

        Assert.Equal(url, endpoint.URL.TrimEnd('/'));
    }

    [Fact]
    public void The_variable_of_the_service_moves_it_to_another_url()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:4599");
        try
        {
            using var client = new AmazonLambdaClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1);

            var endpoint = client.DetermineServiceOperationEndpoint(new ListFunctionsRequest());

            Assert.Equal("http://127.0.0.1:4599", endpoint.URL.TrimEnd('/'));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_LAMBDA", null);
        }
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public async Task A_custom_url_excludes_fips_and_dual_stack(bool fips, bool dualStack, string message)
    {
        using var client = new AmazonLambdaClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonLambdaConfig
            {
                ServiceURL = "http://127.0.0.1:9",
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            });

        var error = await Assert.ThrowsAsync<AmazonClientException>(
            () => client.ListFunctionsAsync(new ListFunctionsRequest()));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void The_service_has_the_names_that_settings_look_for()
    {
        var config = new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.USEast1 };

        Assert.Equal("Lambda", AmazonLambdaConfig.ServiceId);
        Assert.Equal("lambda", config.RegionEndpointServiceName);
        Assert.Equal("2015-03-31", config.ServiceVersion);
    }
}

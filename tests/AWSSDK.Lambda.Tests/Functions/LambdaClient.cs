using Amazon;
using Amazon.Lambda;
using Amazon.Runtime;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.Lambda.Tests.Functions;

/// <summary>The client that talks to the fake service.</summary>
internal static class LambdaClient
{
    public static AmazonLambdaClient Client(this FakeService service, int retries = 0) => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonLambdaConfig
        {
            ServiceURL = service.Url,
            AuthenticationRegion = RegionEndpoint.USGovCloudWest1.SystemName,
            MaxErrorRetry = retries,
        });
}

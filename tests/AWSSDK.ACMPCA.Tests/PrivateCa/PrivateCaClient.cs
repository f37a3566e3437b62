using Amazon;
using Amazon.ACMPCA;
using Amazon.Runtime;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.ACMPCA.Tests.PrivateCa;

/// <summary>The client that talks to the fake service.</summary>
internal static class PrivateCaClient
{
    public static AmazonACMPCAClient Client(this FakeService service) => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonACMPCAConfig
        {
            ServiceURL = service.Url,
            AuthenticationRegion = RegionEndpoint.USGovCloudWest1.SystemName,
            MaxErrorRetry = 0,
        });
}

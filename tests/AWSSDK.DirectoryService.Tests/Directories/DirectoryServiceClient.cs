using Amazon;
using Amazon.DirectoryService;
using Amazon.Runtime;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.DirectoryService.Tests.Directories;

/// <summary>The client that talks to the fake service.</summary>
internal static class DirectoryServiceClient
{
    public static AmazonDirectoryServiceClient Client(this FakeService service) => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonDirectoryServiceConfig
        {
            ServiceURL = service.Url,
            AuthenticationRegion = RegionEndpoint.USGovCloudWest1.SystemName,
            MaxErrorRetry = 0,
        });
}

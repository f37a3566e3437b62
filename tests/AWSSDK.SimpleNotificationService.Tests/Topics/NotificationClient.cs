using Amazon;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.SimpleNotificationService.Tests.Topics;

/// <summary>The client that talks to the fake service.</summary>
internal static class NotificationClient
{
    public static AmazonSimpleNotificationServiceClient Client(this FakeService service, int retries = 0) => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonSimpleNotificationServiceConfig
        {
            ServiceURL = service.Url,
            AuthenticationRegion = RegionEndpoint.USGovCloudWest1.SystemName,
            MaxErrorRetry = retries,
        });
}

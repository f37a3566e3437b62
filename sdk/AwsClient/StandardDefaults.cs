using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AwsClient;

/// <summary>The default modes that every AWS SDK client offers; they differ in the time to connect only.</summary>
/// <remarks>Values of the SDK's own clients, as of AWSSDK.S3 4.0.104.9.</remarks>
internal static class StandardDefaults
{
    public static DefaultConfigurationProvider Provider { get; } = new([
        Mode(DefaultConfigurationMode.Standard, connectMilliseconds: 3100),
        Mode(DefaultConfigurationMode.InRegion, connectMilliseconds: 1100),
        Mode(DefaultConfigurationMode.CrossRegion, connectMilliseconds: 3100),
        Mode(DefaultConfigurationMode.Mobile, connectMilliseconds: 30000),
        Mode(DefaultConfigurationMode.Auto, connectMilliseconds: 1100),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int connectMilliseconds) =>
        new()
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        };
}

using Amazon.Runtime.Internal;

namespace Amazon.AwsClient;

/// <summary>How the pipeline names the service in logs and metrics.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}

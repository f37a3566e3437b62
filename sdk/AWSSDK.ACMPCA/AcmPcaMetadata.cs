using Amazon.Runtime.Internal;

namespace Amazon.ACMPCA;

/// <summary>How the pipeline names the service in logs and metrics.</summary>
internal sealed class AcmPcaMetadata : IServiceMetadata
{
    public string ServiceId => AmazonACMPCAConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}

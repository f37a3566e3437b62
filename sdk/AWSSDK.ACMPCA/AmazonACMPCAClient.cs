using Amazon.ACMPCA.Model;
using Amazon.AwsClient;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.ACMPCA;

/// <summary>Client of AWS Private Certificate Authority, on the pipeline of AWSSDK.Core.</summary>
/// <remarks>Operations are in <c>AmazonACMPCAClient.Operations.cs</c>.</remarks>
public partial class AmazonACMPCAClient : AmazonServiceClient, IAmazonACMPCA
{
    private ACMPCAPaginatorFactory _paginators;

    public AmazonACMPCAClient()
        : base(new AmazonACMPCAConfig())
    {
    }

    public AmazonACMPCAClient(RegionEndpoint region)
        : base(new AmazonACMPCAConfig { RegionEndpoint = region })
    {
    }

    public AmazonACMPCAClient(AmazonACMPCAConfig config)
        : base(config)
    {
    }

    public AmazonACMPCAClient(AWSCredentials credentials)
        : this(credentials, new AmazonACMPCAConfig())
    {
    }

    public AmazonACMPCAClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonACMPCAConfig { RegionEndpoint = region })
    {
    }

    public AmazonACMPCAClient(AWSCredentials credentials, AmazonACMPCAConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonACMPCAClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonACMPCAConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public IACMPCAPaginatorFactory Paginators => _paginators ??= new ACMPCAPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata(AmazonACMPCAConfig.ServiceId);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Install(pipeline);
}

using Amazon.AwsClient;
using Amazon.DirectoryService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.DirectoryService;

/// <summary>Client of AWS Directory Service, on the pipeline of AWSSDK.Core.</summary>
/// <remarks>Operations are in <c>AmazonDirectoryServiceClient.Operations.cs</c>.</remarks>
public partial class AmazonDirectoryServiceClient : AmazonServiceClient, IAmazonDirectoryService
{
    private DirectoryServicePaginatorFactory _paginators;

    public AmazonDirectoryServiceClient()
        : base(new AmazonDirectoryServiceConfig())
    {
    }

    public AmazonDirectoryServiceClient(RegionEndpoint region)
        : base(new AmazonDirectoryServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonDirectoryServiceClient(AmazonDirectoryServiceConfig config)
        : base(config)
    {
    }

    public AmazonDirectoryServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonDirectoryServiceConfig())
    {
    }

    public AmazonDirectoryServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonDirectoryServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonDirectoryServiceClient(AWSCredentials credentials, AmazonDirectoryServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonDirectoryServiceClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonDirectoryServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public IDirectoryServicePaginatorFactory Paginators => _paginators ??= new DirectoryServicePaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceMetadata(AmazonDirectoryServiceConfig.ServiceId);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Install(pipeline);
}

using Amazon.AwsClient;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>Client of AWS Lambda, on the pipeline of AWSSDK.Core.</summary>
public partial class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
{
    private static readonly InvokeOptions Invoke = new()
    {
        RequestMarshaller = new InvokeRequestWriter(),
        ResponseUnmarshaller = new InvokeResponseReader(),
    };

    private static readonly InvokeOptions ListFunctions = new()
    {
        RequestMarshaller = new ListFunctionsRequestWriter(),
        ResponseUnmarshaller = new ListFunctionsResponseReader(),
    };

    private LambdaPaginatorFactory _paginators;

    public AmazonLambdaClient()
        : base(new AmazonLambdaConfig())
    {
    }

    public AmazonLambdaClient(RegionEndpoint region)
        : base(new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config)
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials)
        : this(credentials, new AmazonLambdaConfig())
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonLambdaClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonLambdaConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public ILambdaPaginatorFactory Paginators => _paginators ??= new LambdaPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceMetadata(AmazonLambdaConfig.ServiceId);

    public virtual Task<InvokeResponse> InvokeAsync(
        InvokeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeResponse>(request, Invoke, cancellationToken);

    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(
        ListFunctionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFunctionsResponse>(request, ListFunctions, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Install(pipeline);
}

using Amazon.AwsClient;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.DirectoryService;

/// <summary>Settings of an <see cref="AmazonDirectoryServiceClient"/>.</summary>
public partial class AmazonDirectoryServiceConfig : ClientConfig
{
    internal const string ApiVersion = "2015-04-16";

    private const string EndpointPrefix = "ds";

    public AmazonDirectoryServiceConfig()
        : base(StandardDefaults.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = EndpointPrefix;
        EndpointProvider = new RegionalEndpointRules(EndpointPrefix);
    }

    /// <summary>Also names the variable of the endpoint: <c>AWS_ENDPOINT_URL_DIRECTORY_SERVICE</c>.</summary>
    public static new string ServiceId => "Directory Service";

    public override string RegionEndpointServiceName => EndpointPrefix;

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(
        "Directory_Service", typeof(AmazonDirectoryServiceConfig).Assembly.GetName().Version.ToString());

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
}

using Amazon.AwsClient;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.ACMPCA;

/// <summary>Settings of an <see cref="AmazonACMPCAClient"/>.</summary>
public partial class AmazonACMPCAConfig : ClientConfig
{
    internal const string ApiVersion = "2017-08-22";

    private const string EndpointPrefix = "acm-pca";

    public AmazonACMPCAConfig()
        : base(StandardDefaults.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = EndpointPrefix;

        // In GovCloud the plain hosts are the FIPS hosts (endpoint rules of the service, 2017-08-22).
        EndpointProvider = new RegionalEndpointRules(EndpointPrefix, plainFipsPartition: "aws-us-gov");
    }

    /// <summary>Also names the variable that overrides the endpoint: <c>AWS_ENDPOINT_URL_ACM_PCA</c>.</summary>
    public static new string ServiceId => "ACM PCA";

    public override string RegionEndpointServiceName => EndpointPrefix;

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(
        "ACM_PCA", typeof(AmazonACMPCAConfig).Assembly.GetName().Version.ToString());

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
}

using Amazon.AwsClient;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>Settings of an <see cref="AmazonSimpleNotificationServiceClient"/>.</summary>
public partial class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    internal const string ApiVersion = "2010-03-31";

    private const string EndpointPrefix = "sns";

    public AmazonSimpleNotificationServiceConfig()
        : base(StandardDefaults.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = EndpointPrefix;

        // In GovCloud the plain hosts are the FIPS hosts (endpoint rules of the service, 2010-03-31).
        EndpointProvider = new RegionalEndpointRules(EndpointPrefix, plainFipsPartition: "aws-us-gov");
    }

    /// <summary>Also names the variable of the endpoint: <c>AWS_ENDPOINT_URL_SNS</c>.</summary>
    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => EndpointPrefix;

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(
        "SNS", typeof(AmazonSimpleNotificationServiceConfig).Assembly.GetName().Version.ToString());

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
}

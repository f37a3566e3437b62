using Amazon.AwsClient;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Lambda;

/// <summary>Settings of an <see cref="AmazonLambdaClient"/>.</summary>
public partial class AmazonLambdaConfig : ClientConfig
{
    internal const string ApiVersion = "2015-03-31";

    private const string EndpointPrefix = "lambda";

    public AmazonLambdaConfig()
        : base(StandardDefaults.Provider)
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = EndpointPrefix;
        EndpointProvider = new RegionalEndpointRules(EndpointPrefix);
    }

    /// <summary>Also names the variable of the endpoint: <c>AWS_ENDPOINT_URL_LAMBDA</c>.</summary>
    public static new string ServiceId => "Lambda";

    public override string RegionEndpointServiceName => EndpointPrefix;

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(
        "Lambda", typeof(AmazonLambdaConfig).Assembly.GetName().Version.ToString());

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
}

using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.AwsClient;

/// <summary>Puts the endpoint of the client's region, or of its custom URL, into a request.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    /// <summary>What the endpoint rules look at.</summary>
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint alternateEndpoint) =>
        new()
        {
            [RegionalEndpointRules.Region] = (alternateEndpoint ?? config.RegionEndpoint ?? RegionOf(config.ServiceURL))?.SystemName,
            [RegionalEndpointRules.UseDualStack] = config.UseDualstackEndpoint,
            [RegionalEndpointRules.UseFips] = config.UseFIPSEndpoint,
            [RegionalEndpointRules.CustomUrl] = config.ServiceURL,
        };

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    private static RegionEndpoint RegionOf(string url) =>
        string.IsNullOrEmpty(url) ? null : RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(url));
}

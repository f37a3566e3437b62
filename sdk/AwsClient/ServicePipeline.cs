using Amazon.Runtime.Internal;

namespace Amazon.AwsClient;

/// <summary>What every client here changes in the pipeline of AWSSDK.Core.</summary>
internal static class ServicePipeline
{
    public static void Install(RuntimePipeline pipeline)
    {
        // Each goes right after the marshaller, so the one added last, who signs with what, runs first.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthResolver());
    }
}

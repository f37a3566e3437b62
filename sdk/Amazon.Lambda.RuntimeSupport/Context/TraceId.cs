namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The X-Ray trace that an invocation belongs to.</summary>
internal static class TraceId
{
    /// <summary>Read by the AWS SDK; Lambda does not set it for <c>provided.*</c> runtimes, so the bootstrap does.</summary>
    public const string Variable = "_X_AMZN_TRACE_ID";
}

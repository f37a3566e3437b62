using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The context of one invocation. Callers with an Amazon Cognito identity are not supported: both are null.</summary>
internal sealed class LambdaContext(Invocation invocation, FunctionEnvironment environment, ILambdaLogger logger)
    : ILambdaContext
{
    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => null;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => null;

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => invocation.Deadline - DateTimeOffset.UtcNow;

    public string TenantId => invocation.TenantId ?? string.Empty;

    public string TraceId => invocation.TraceId ?? string.Empty;
}

using Amazon.Lambda.Core;

namespace Infra.CrlResponder.Tests.Support;

/// <summary>What the function reads of an invocation.</summary>
internal sealed class FakeLambdaContext(TimeSpan remaining) : ILambdaContext
{
    public string AwsRequestId => "request-1";

    public string FunctionName => "crl-responder";

    public TimeSpan RemainingTime => remaining;

    public string FunctionVersion => "$LATEST";

    public string InvokedFunctionArn => "";

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 256;

    public ILambdaLogger Logger => null!;

    public ICognitoIdentity Identity => null!;

    public IClientContext ClientContext => null!;
}

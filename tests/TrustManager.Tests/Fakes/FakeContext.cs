using Amazon.Lambda.Core;
using Infra.TrustManager.Tests.Identity;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>What Lambda says about an invocation.</summary>
internal sealed class FakeContext(TimeProvider time, TimeSpan timeout, string requestId = "invocation-1")
    : ILambdaContext
{
    private readonly DateTimeOffset _deadline = time.GetUtcNow() + timeout;

    public string AwsRequestId => requestId;

    public IClientContext ClientContext => null!;

    public string FunctionName => "pki-CaRevocation";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => SomeProof.FunctionArn;

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime => _deadline - time.GetUtcNow();
}

using Infra.Local.Endpoint;
using Infra.Local.Faults;

namespace Infra.Local.Tests.Lambda;

public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.Throttle, "TooManyRequestsException", 429)]
    [InlineData(FaultKind.InternalError, "InternalFailure", 500)]
    [InlineData(FaultKind.Timeout, "ServiceTimeout", 504)]
    public async Task An_invocation_by_another_service_can_be_made_to_fail(FaultKind kind, string code, int status)
    {
        await using var rig = new LambdaRig();
        rig.Deploy();
        rig.Faults.Add(new Fault("lambda", "Invoke", kind) { Times = 1 });

        var error = await Assert.ThrowsAsync<AwsException>(() => rig.InvokeAsync("{}"));
        var next = await rig.InvokeAsync("{}");

        Assert.Equal((code, status), (error.Code, error.StatusCode));
        Assert.Null(next.FunctionError);
    }
}

using Infra.Local.Endpoint;
using Infra.Local.Faults;

namespace Infra.Local.Lambda;

/// <summary>What the Lambda service says to another service when an invocation is made to fail.</summary>
internal static class InvocationFaults
{
    public static AwsException ToError(Fault fault) => fault.Kind switch
    {
        FaultKind.Throttle => new AwsException("TooManyRequestsException", "Rate Exceeded.", 429),
        FaultKind.Timeout => new AwsException("ServiceTimeout", "The Lambda service did not answer (an injected fault).", 504),
        _ => fault.ToError("lambda", "Invoke"),
    };
}

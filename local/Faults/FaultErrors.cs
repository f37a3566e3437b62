using Infra.Local.Endpoint;

namespace Infra.Local.Faults;

/// <summary>What a caller sees of a fault that has an answer.</summary>
public static class FaultErrors
{
    public static AwsException ToError(this FaultKind kind, string operation) => kind switch
    {
        FaultKind.Throttle => new AwsException("ThrottlingException", "Rate exceeded", 400),
        FaultKind.AccessDenied => new AwsException("AccessDeniedException", $"{operation} is denied by an injected fault.", 403),
        _ => new AwsException("InternalFailure", $"{operation} failed by an injected fault.", 500),
    };
}

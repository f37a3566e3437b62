using Infra.Local.Endpoint;

namespace Infra.Local.Faults;

/// <summary>What a caller sees of a fault that has an answer.</summary>
public static class FaultErrors
{
    /// <summary>A modelled error of a JSON service has status 400.</summary>
    public static AwsException ToError(this Fault fault, string service, string operation) =>
        fault is { Kind: FaultKind.Error, ErrorCode: { } code }
            ? new AwsException(code, Failed(operation))
            : fault.Kind.ToError(service, operation);

    /// <summary>S3 throttles with <c>SlowDown</c> and status 503, the JSON services with <c>ThrottlingException</c> and 400.</summary>
    public static AwsException ToError(this FaultKind kind, string service, string operation) => kind switch
    {
        FaultKind.Throttle when service == "s3" => new AwsException("SlowDown", "Please reduce your request rate.", 503),
        FaultKind.Throttle => new AwsException("ThrottlingException", "Rate exceeded", 400),
        FaultKind.AccessDenied when service == "s3" => new AwsException("AccessDenied", Denied(operation), 403),
        FaultKind.AccessDenied => new AwsException("AccessDeniedException", Denied(operation), 403),
        _ when service == "s3" => new AwsException("InternalError", Failed(operation), 500),
        _ => new AwsException("InternalFailure", Failed(operation), 500),
    };

    private static string Denied(string operation) => $"{operation} is denied by an injected fault.";

    private static string Failed(string operation) => $"{operation} failed by an injected fault.";
}

using Infra.Local.Endpoint;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Private CA's errors by their names on the wire.</summary>
public static class PrivateCaErrors
{
    public static AwsException InvalidArgs(string message) => new("InvalidArgsException", message);

    public static AwsException InvalidRequest(string message) => new("InvalidRequestException", message);

    public static AwsException InvalidState(string message) => new("InvalidStateException", message);

    public static AwsException InvalidArn(string message) => new("InvalidArnException", message);

    public static AwsException NotFound(string message) => new("ResourceNotFoundException", message);

    public static AwsException MalformedCertificate(string message) => new("MalformedCertificateException", message);

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NotEmulated(string what) => new(
        "NotImplemented", $"The local AWS does not emulate {what}. Leave it out, or test it against an AWS account.", 501);
}

using Infra.Local.Endpoint;

namespace Infra.Local.DirectoryService.Requests;

/// <summary>Directory Service's errors by their names on the wire.</summary>
public static class DirectoryErrors
{
    public static AwsException Of(string code, string message) => new(code, message);

    public static AwsException InvalidCertificate(string message) => new("InvalidCertificateException", $"{message}.");

    public static AwsException Unsupported(AwsDirectory directory, string what) => new(
        "UnsupportedOperationException",
        $"Directory {directory.Id} is of type {directory.Type}, which does not support {what}.");

    public static AwsException CertificateDoesNotExist(AwsDirectory directory, string certificateId) => new(
        "CertificateDoesNotExistException", $"Directory {directory.Id} has no certificate {certificateId}.");

    public static AwsException NotEmulated(string what) => new(
        "NotImplemented",
        $"The local AWS does not emulate {what}. Leave it out, or test it against an AWS account.",
        501);
}

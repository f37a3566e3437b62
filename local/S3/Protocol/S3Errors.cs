using Infra.Local.Endpoint;

namespace Infra.Local.S3.Protocol;

/// <summary>Errors in S3's own words.</summary>
public static class S3Errors
{
    public static AwsException NoSuchKey(string key) =>
        new("NoSuchKey", $"The specified key does not exist: '{key}'.", 404);

    public static AwsException PreconditionFailed() =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);

    public static AwsException NotImplemented(string what) => new(
        "NotImplemented", $"The local AWS does not emulate {what}. Leave it out, or test it against an AWS account.", 501);

    /// <summary>S3 has its own names for errors that the endpoint and injected faults call as the JSON services do.</summary>
    public static AwsException InWordsOfS3(AwsException error) => error.Code switch
    {
        "ThrottlingException" => new AwsException("SlowDown", "Please reduce your request rate.", 503),
        "AccessDeniedException" => new AwsException("AccessDenied", error.Message, 403),
        "InternalFailure" => new AwsException("InternalError", error.Message, 500),
        _ => error,
    };
}

using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CustomResources;

/// <summary>Says to a person why a request failed and what to do, in a sentence or two.</summary>
public static class FailureReason
{
    public static string Of(Exception exception, string doing) => exception switch
    {
        ResourceException or BucketRefusedException => exception.Message,
        ServiceException service => $"While {doing}: {service.Message} {NextStep(service.Failure)}",
        _ => $"Unexpected {exception.GetType().Name} while {doing}: {Sentence(exception.Message)} The function's log "
            + "has "
            + "the details; every step may be repeated, so deploying again is safe.",
    };

    /// <summary>The deadline came first.</summary>
    public static string OutOfTime(string doing) =>
        $"The function's time ran out while {doing}. What was done so far is recorded and every step may be repeated: "
        + "deploy again and it continues.";

    /// <summary>Lambda is about to end the process.</summary>
    public static string Ending(string doing) =>
        $"Lambda ended the function's process while {doing}. What was done so far is recorded and every step may be "
        + "repeated: deploy again and it continues.";

    private static string NextStep(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Denied =>
            "Allow that action in the function's role (and in the key policy of an encrypted bucket), then deploy again.",
        ServiceFailure.BucketPermission =>
            "Let the bucket policy allow Private CA, and the function's role itself, s3:GetBucketAcl, "
                + "s3:GetBucketLocation, s3:PutObject and s3:PutObjectAcl, then deploy again.",
        ServiceFailure.ConcurrentModification or ServiceFailure.InProgress =>
            "Wait for the other change to end, then deploy again.",
        ServiceFailure.Throttled or ServiceFailure.Unavailable => "That passes by itself: deploy again in a few minutes.",
        ServiceFailure.NotFound =>
            "Check the name in the environment file, and that it exists in the account and Region that it names; "
                + "a CA of another account has to be shared with this one.",
        ServiceFailure.InvalidState or ServiceFailure.Rejected => "Correct what it names, then deploy again.",
        _ => "Deploy again.",
    };

    private static string Sentence(string text) => text.EndsWith('.') ? text : $"{text}.";
}

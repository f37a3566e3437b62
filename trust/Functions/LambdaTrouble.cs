using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Infra.Trust.Functions;

/// <summary>Says in a sentence what went wrong between here and Lambda, and in another what to do about it.</summary>
internal static class LambdaTrouble
{
    private const string OtherProfiles =
        "for a profile with SSO or a role, set what 'aws configure export-credentials --profile NAME --format env' "
        + "prints.";

    /// <summary>What Lambda and gateways say about credentials that were found but are not good.</summary>
    private static readonly HashSet<string> NotAccepted = new(StringComparer.Ordinal)
    {
        "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "InvalidClientTokenId",
        "InvalidSignatureException", "MissingAuthenticationTokenException", "RequestExpired",
        "SignatureDoesNotMatch", "UnrecognizedClientException",
    };

    /// <exception cref="NoAnswerException">It did not work.</exception>
    public static async Task<T> ExplainedAsync<T>(
        LambdaStep step, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Sentence(e, step) is { } sentence)
        {
            throw new NoAnswerException(sentence, e);
        }
    }

    /// <inheritdoc cref="ExplainedAsync"/>
    public static T Explained<T>(LambdaStep step, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (Sentence(e, step) is { } sentence)
        {
            throw new NoAnswerException(sentence, e);
        }
    }

    private static string? Sentence(Exception failure, LambdaStep step) => failure switch
    {
        AmazonServiceException service => Refusal(service, step),
        AmazonClientException when failure.Message.StartsWith("No RegionEndpoint", StringComparison.Ordinal) =>
            "No AWS Region is set: set AWS_REGION, or AWS_PROFILE to a profile that has one.",
        AmazonClientException when failure.Message.StartsWith("Failed to resolve AWS cred", StringComparison.Ordinal) =>
            $"No AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID and its companions; {OtherProfiles}",
        AmazonClientException or ProfileNotFoundException =>
            $"The AWS settings cannot be used: {OneLine(failure.Message)}. Check AWS_PROFILE; {OtherProfiles}",
        InvalidOperationException when failure.Message.StartsWith("Assembly AWSSDK.", StringComparison.Ordinal) =>
            $"The AWS settings cannot be used: {OneLine(failure.Message)}. Check AWS_PROFILE; {OtherProfiles}",
        TimeoutException => $"No answer in time while {step.Doing}. {step.IfLost}",
        HttpRequestException or IOException =>
            $"The connection failed while {step.Doing}: {OneLine(failure.Message)}. Check the network, the proxy, the "
            + $"Region and AWS_ENDPOINT_URL. {step.IfLost}",
        _ => null,
    };

    private static string Refusal(AmazonServiceException refusal, LambdaStep step)
    {
        var said = OneLine(refusal.Message);
        return refusal switch
        {
            ResourceNotFoundException =>
                $"There is no such function: {said}. Check --function, the account and the Region.",
            TooManyRequestsException =>
                $"Lambda has too many requests while {step.Doing}: {said}. Try again in a minute.",
            { ErrorCode: "AccessDeniedException" or "AccessDenied" } =>
                $"Access denied while {step.Doing}: {said}. {step.IfDenied}",
            _ when NotAccepted.Contains(refusal.ErrorCode ?? "") =>
                $"AWS does not accept these credentials ({refusal.ErrorCode}: {said}). Sign in again, and check "
                + "AWS_PROFILE and this machine's clock.",
            _ =>
                $"AWS refused while {step.Doing}: {refusal.ErrorCode ?? "no error code"}, HTTP status "
                + $"{(int)refusal.StatusCode}: {said}. {step.IfLost}",
        };
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Trim().TrimEnd('.');
}

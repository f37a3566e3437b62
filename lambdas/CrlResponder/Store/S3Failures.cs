using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Infra.CrlResponder.Store;

/// <summary>Tells the failures of the S3 client apart: answers about the object from trouble with the service.</summary>
internal static class S3Failures
{
    /// <summary>What S3 said about the object, or null when the failure says nothing about it.</summary>
    public static StoreAnswer? Answer(AmazonS3Exception failure) => failure switch
    {
        { StatusCode: HttpStatusCode.NotModified } => new StoreAnswer.NotModified(),
        { ErrorCode: "NoSuchBucket" } => null,
        { StatusCode: HttpStatusCode.NotFound } => new StoreAnswer.NotThere(),
        { StatusCode: HttpStatusCode.Forbidden } => new StoreAnswer.Denied(failure.ErrorCode ?? "Forbidden"),
        _ => null,
    };

    /// <summary>True for what the client throws when S3, the network or the credentials fail.</summary>
    public static bool IsTrouble(Exception failure) =>
        failure is AmazonClientException or AmazonServiceException or HttpRequestException or IOException
            or OperationCanceledException;

    public static StoreUnavailableException Unavailable(string question, Exception failure) => new(
        failure switch
        {
            OperationCanceledException => $"S3 did not answer in time: {question}.",
            AmazonServiceException { ErrorCode: { Length: > 0 } code } service =>
                $"S3 answered {(int)service.StatusCode} {code}: {question}.",
            _ => $"S3 failed ({failure.GetType().Name}: {failure.Message}): {question}.",
        },
        failure);
}

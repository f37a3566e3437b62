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

    /// <summary>Everything else that a call throws: nothing is known about the object then.</summary>
    /// <remarks>
    /// No list of types: the client, its retries, the network, TLS and the credentials have thrown a dozen so far, a
    /// <see cref="TimeoutException"/> among them, and one that is missing from a list ends as a 500 although the copy in
    /// memory is good.
    /// </remarks>
    public static StoreUnavailableException Unavailable(string question, Exception failure) => new(
        failure switch
        {
            OperationCanceledException or TimeoutException => $"S3 did not answer in time: {question}.",
            AmazonServiceException { ErrorCode: { Length: > 0 } code } service =>
                $"S3 answered {(int)service.StatusCode} {code}: {question}.",
            _ => $"S3 failed ({failure.GetType().Name}: {failure.Message}): {question}.",
        },
        failure,
        isRefusal: failure is AmazonServiceException
        {
            StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError,
        });
}

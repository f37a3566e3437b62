using System.Net;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AwsJson;

/// <summary>What sets one service of the AWS JSON 1.1 protocol apart from another.</summary>
/// <param name="Name">Namespace of the client, as the pipeline names the service: <c>Amazon.ACMPCA</c>.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="ApiVersion">Value of <c>x-amz-api-version</c>.</param>
/// <param name="Json">Generated JSON of all requests and responses.</param>
/// <param name="Error">The exception of an error code; the service's base exception for an unknown one.</param>
internal sealed record JsonService(
    string Name,
    string TargetPrefix,
    string ApiVersion,
    JsonSerializerContext Json,
    Func<ErrorResponse, Exception, HttpStatusCode, AmazonServiceException> Error)
{
    public JsonTypeInfo<T> TypeInfo<T>() =>
        (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException(
            $"{Json.GetType().Name} has no [JsonSerializable(typeof({typeof(T).Name}))]: add it there.");
}

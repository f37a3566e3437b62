using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Endpoint;

/// <summary>The AWS JSON 1.1 protocol of Private CA, Directory Service and others.</summary>
public static class AwsJson
{
    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>Quotation marks and the like stay readable in messages, as AWS sends them.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Operation in <c>X-Amz-Target: ACMPrivateCA.DescribeCertificateAuthority</c>; empty when there is none.</summary>
    public static string OperationOf(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        return target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The request document; <c>SerializationException</c> when it is not a JSON object.</summary>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject
                ?? throw new AwsException("SerializationException", "The request body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new AwsException("SerializationException", $"The request body is not JSON: {e.Message}");
        }
    }

    public static Task WriteAsync(HttpContext http, JsonObject answer, string requestId) =>
        WriteAsync(http, 200, answer, requestId);

    /// <summary>An error document with <c>__type</c> and the message under both spellings that AWS services use.</summary>
    public static Task WriteErrorAsync(HttpContext http, AwsException error, string requestId)
    {
        http.Response.Headers["x-amzn-ErrorType"] = error.Code;
        return WriteAsync(
            http,
            error.StatusCode,
            new JsonObject { ["__type"] = error.Code, ["message"] = error.Message, ["Message"] = error.Message },
            requestId);
    }

    private static async Task WriteAsync(HttpContext http, int status, JsonObject document, string requestId)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        await http.Response.WriteAsync(document.ToJsonString(Readable), http.RequestAborted);
    }
}

using Infra.Local.Endpoint;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Local.S3.Protocol;

/// <summary>The body of a request, decoded and checked against the digests that came with it.</summary>
/// <param name="Bytes">The object.</param>
/// <param name="Checksums">Checksums of the request by header name.</param>
public sealed record UploadBody(byte[] Bytes, IReadOnlyDictionary<string, string> Checksums)
{
    private const string ContentMd5 = "Content-MD5";

    public static async Task<UploadBody> ReadAsync(HttpRequest request)
    {
        // Kestrel's limit of 30 MB is not S3's, which takes 5 GiB in one PutObject.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        using var wire = new MemoryStream();
        await request.Body.CopyToAsync(wire, request.HttpContext.RequestAborted);
        var (body, trailers) = IsChunked(request) ? AwsChunkedBody.Decode(wire.ToArray()) : (wire.ToArray(), null);
        Verify(request, body);
        return new UploadBody(body, VerifiedChecksums(request, trailers, body));
    }

    private static bool IsChunked(HttpRequest request) =>
        request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
        || request.Headers.ContentEncoding.ToString().Split(',', StringSplitOptions.TrimEntries).Contains("aws-chunked");

    private static void Verify(HttpRequest request, byte[] body)
    {
        if (request.Headers.TryGetValue(ContentMd5, out var md5))
        {
            Protocol.Checksums.Verify(ContentMd5, md5.ToString(), body);
        }

        var length = request.Headers["x-amz-decoded-content-length"].ToString();
        if (length.Length > 0 && length != $"{body.Length}")
        {
            throw new AwsException(
                "IncompleteBody", $"x-amz-decoded-content-length announces {length} bytes and {body.Length} arrived; "
                    + "send the request again.");
        }
    }

    private static Dictionary<string, string> VerifiedChecksums(
        HttpRequest request, IReadOnlyDictionary<string, string>? trailers, byte[] body)
    {
        var checksums = new Dictionary<string, string>();
        foreach (var header in Protocol.Checksums.Headers)
        {
            var value = trailers?.GetValueOrDefault(header) ?? request.Headers[header].ToString();
            if (value.Length > 0)
            {
                Protocol.Checksums.Verify(header, value, body);
                checksums[header] = value;
            }
        }

        return checksums;
    }
}

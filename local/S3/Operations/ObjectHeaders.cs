using System.Globalization;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Operations;

/// <summary>The headers that travel with an object, both ways.</summary>
public static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";

    private static readonly string[] Stored =
        ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires"];

    private static readonly string[] NotEmulated =
    [
        "x-amz-object-lock-legal-hold", "x-amz-object-lock-mode", "x-amz-server-side-encryption-customer-algorithm", "x-amz-tagging",
        "x-amz-website-redirect-location", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write-acp",
    ];

    private static bool IsStored(string header) => Stored.Contains(header, StringComparer.OrdinalIgnoreCase)
        || header.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What of an upload's headers comes back with the object.</summary>
    public static Dictionary<string, string> OfUpload(IHeaderDictionary headers)
    {
        var kept = headers
            .Where(h => IsStored(h.Key))
            .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        kept.TryAdd("Content-Type", "binary/octet-stream");
        if (kept.Remove("Content-Encoding", out var codings))
        {
            // aws-chunked is only the way the upload travelled.
            var own = string.Join(',', codings.Split(',', StringSplitOptions.TrimEntries).Where(c => c.Length > 0 && c != "aws-chunked"));
            if (own.Length > 0)
            {
                kept["Content-Encoding"] = own;
            }
        }

        return kept;
    }

    /// <exception cref="Endpoint.AwsException"><c>NotImplemented</c> when an upload asks for what the local AWS does not do.</exception>
    public static void RefuseNotEmulated(IHeaderDictionary headers)
    {
        if (Array.Find(NotEmulated, headers.ContainsKey) is { } header)
        {
            throw S3Errors.NotImplemented($"the header {header}");
        }
    }

    /// <summary>Validators, metadata and encryption of a version that is about to be sent.</summary>
    public static void Write(HttpResponse response, Bucket bucket, ObjectVersion version, ObjectContent content)
    {
        foreach (var (name, value) in content.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.ETag = content.ETag;
        response.Headers.LastModified = version.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        WriteVersion(response, bucket, version);
        WriteEncryption(response, content.Encryption);
    }

    public static void WriteVersion(HttpResponse response, Bucket bucket, ObjectVersion version)
    {
        if (bucket.Settings.Versioning != VersioningState.Unversioned)
        {
            response.Headers["x-amz-version-id"] = version.VersionId;
        }
    }

    public static void WriteEncryption(HttpResponse response, ServerSideEncryption encryption)
    {
        response.Headers["x-amz-server-side-encryption"] = encryption.Algorithm;
        if (encryption.KmsKeyArn is { } arn)
        {
            response.Headers["x-amz-server-side-encryption-aws-kms-key-id"] = arn;
        }

        if (encryption.BucketKey)
        {
            response.Headers["x-amz-server-side-encryption-bucket-key-enabled"] = "true";
        }
    }
}

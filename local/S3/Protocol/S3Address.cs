using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Local.S3.Protocol;

/// <summary>The bucket and key that a request's URL names; both null for the service itself, key null for a bucket.</summary>
public sealed record S3Address(string? Bucket, string? Key)
{
    /// <summary>Reads path style, and virtual-host style when the host starts with the name of a known bucket.</summary>
    public static S3Address Of(HttpRequest request, IEnumerable<string> knownBuckets)
    {
        // Kestrel's own path is no use: it resolves '..' and decodes all but '%2F', and S3 keys may hold any of them.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = Uri.UnescapeDataString(PathOf(target));
        if (BucketOf(request.Host.Host, knownBuckets) is { } bucket)
        {
            return new S3Address(bucket, NullIfEmpty(path));
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new S3Address(NullIfEmpty(path), null)
            : new S3Address(path[..slash], NullIfEmpty(path[(slash + 1)..]));
    }

    private static string? BucketOf(string host, IEnumerable<string> knownBuckets) => knownBuckets
        .Where(bucket => host.StartsWith(bucket + ".", StringComparison.OrdinalIgnoreCase))
        .MaxBy(bucket => bucket.Length);

    private static string PathOf(string target)
    {
        var path = target.Split('?', 2)[0];
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && path[0] != '/')
        {
            var start = path.IndexOf('/', scheme + 3);
            return start < 0 ? string.Empty : path[(start + 1)..];
        }

        return path.TrimStart('/').Length == 0 ? string.Empty : path[1..];
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;
}

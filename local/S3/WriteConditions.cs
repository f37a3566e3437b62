using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>
/// Decides conditional writes and deletes; each looks at the current version under the bucket's lock.
/// </summary>
public static class WriteConditions
{
    /// <summary>
    /// <c>If-None-Match: *</c> keeps what is there, <c>If-Match</c> replaces only what the caller saw.
    /// </summary>
    public static Action<ObjectVersion?> ForPut(S3Exchange exchange) => current =>
    {
        var etag = current?.Content?.ETag;
        if (etag is not null
            && exchange.Header("If-None-Match") is { } ifNoneMatch
            && ReadConditions.Matches(ifNoneMatch, etag))
        {
            throw S3Errors.PreconditionFailed();
        }

        if (exchange.Header("If-Match") is { } ifMatch
            && !ReadConditions.Matches(ifMatch, etag ?? throw S3Errors.NoSuchKey(exchange.Key)))
        {
            throw S3Errors.PreconditionFailed();
        }
    };

    /// <summary><c>If-Match</c> deletes only what the caller saw; null where the request has no such header.</summary>
    /// <remarks>
    /// UNVERIFIED which of 404 and 412 AWS gives where nothing is there; a caller must take both as "not what I saw".
    /// </remarks>
    public static Action<ObjectVersion?>? ForDelete(S3Exchange exchange) =>
        exchange.Header("If-Match") is not { } ifMatch
        ? null
        : current =>
        {
            var found = current ?? throw S3Errors.NoSuchKey(exchange.Key);
            if (found.Content is not { } content || !ReadConditions.Matches(ifMatch, content.ETag))
            {
                throw S3Errors.PreconditionFailed();
            }
        };
}

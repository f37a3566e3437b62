using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Protocol;

/// <summary>Decides conditional requests.</summary>
public static class ReadConditions
{
    public static ConditionOutcome Evaluate(IHeaderDictionary headers, string etag, DateTimeOffset lastModified)
    {
        var (ifMatch, ifNoneMatch) = (headers.IfMatch.ToString(), headers.IfNoneMatch.ToString());
        var changed = ChangedSince(headers.IfUnmodifiedSince.ToString(), lastModified) == true;
        if (ifMatch.Length > 0 ? !Matches(ifMatch, etag) : changed)
        {
            return ConditionOutcome.PreconditionFailed;
        }

        var unchanged = ChangedSince(headers.IfModifiedSince.ToString(), lastModified) == false;
        return (ifNoneMatch.Length > 0 ? Matches(ifNoneMatch, etag) : unchanged)
            ? ConditionOutcome.NotModified
            : ConditionOutcome.Proceed;
    }

    /// <summary>True when a list of entity tags, or <c>*</c>, names this one; S3 also takes tags without quotes.</summary>
    public static bool Matches(string tags, string etag) => tags
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"') == etag.Trim('"'));

    /// <summary>Null when the header is absent or is not a date, and so does not count.</summary>
    private static bool? ChangedSince(string header, DateTimeOffset lastModified) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? lastModified > since
            : null;
}

namespace Infra.CrlResponder.Conditions;

/// <summary>Decides whether a client already has what it asks for (RFC 9110 section 13.2.2, steps for GET and HEAD).</summary>
public static class Preconditions
{
    /// <summary>True when the answer is 304.</summary>
    /// <remarks>
    /// <c>If-Modified-Since</c> counts only without <c>If-None-Match</c>, even a malformed one; what cannot be read is
    /// ignored, since a whole answer is never wrong.
    /// </remarks>
    public static bool IsNotModified(
        string? ifNoneMatch, string? ifModifiedSince, string entityTag, DateTimeOffset lastModified, DateTimeOffset now)
    {
        if (ifNoneMatch is not null)
        {
            return EntityTagList.Names(ifNoneMatch, entityTag);
        }

        return ifModifiedSince is not null
            && HttpDate.Parse(ifModifiedSince.Trim(), now) is { } since
            && HttpDate.WholeSeconds(lastModified) <= since;
    }
}

namespace Infra.TrustManager.Identity;

/// <summary>Checks a pre-signed URL without calling it, and writes it anew from the parts that were checked.</summary>
/// <remarks>What is called is never the caller's text, so that no leniency of a URL parser can lead
/// elsewhere.</remarks>
internal static class PresignedUrl
{
    /// <summary>Longest URL, in characters: session tokens have a few thousand, and AWS promises no limit.</summary>
    public const int MaxLength = 8192;

    /// <summary>Longest part of a URL that an error repeats, in characters; never the query, which is secret.</summary>
    private const int MaxShown = 80;

    /// <returns>The URL to call; null where a problem was added.</returns>
    public static string? Check(string url, StsEndpoint endpoint, DateTimeOffset now, List<string> problems)
    {
        var start = $"{endpoint.Url}/?";
        if (!url.StartsWith(start, StringComparison.Ordinal))
        {
            problems.Add($"the URL begins with '{Shown(url)}'; it must begin with '{start}'");
            return null;
        }

        var found = problems.Count;
        var parameters = PresignedQuery.Read(url[start.Length..], problems);
        if (problems.Count == found)
        {
            SignatureRules.Check(parameters, endpoint.Region, now, problems);
        }

        return problems.Count == found ? start + PresignedQuery.Write(parameters) : null;
    }

    private static string Shown(string url)
    {
        var head = url.Split('?', 2)[0];
        return string.Concat(head.Take(MaxShown).Where(character => character is >= ' ' and <= '~'));
    }
}

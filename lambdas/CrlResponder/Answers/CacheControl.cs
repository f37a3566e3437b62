using System.Globalization;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Answers;

/// <summary>How long clients and proxies may keep an answer (RFC 9111 section 5.2, in the style of RFC 5019 section 6.2).</summary>
public static class CacheControl
{
    /// <summary>For an expired document: every use asks again, and the client decides what an expired list is worth.</summary>
    public const string Expired = "no-cache";

    /// <summary>For everything that is not a document.</summary>
    public const string Never = "no-store";

    /// <summary>Never past the end of the document's own validity.</summary>
    public static string For(DocumentFacts facts, DateTimeOffset now, TimeSpan maxAge)
    {
        var left = facts.ValidUntil - now;
        return left <= TimeSpan.Zero ? Expired : Shared(left < maxAge ? left : maxAge);
    }

    /// <summary>The longest value that an answer can ever carry, to know its size in advance.</summary>
    public static string Longest(TimeSpan maxAge) => Shared(maxAge);

    private static string Shared(TimeSpan age) => string.Create(
        CultureInfo.InvariantCulture, $"public, max-age={(long)age.TotalSeconds}, must-revalidate, no-transform");
}

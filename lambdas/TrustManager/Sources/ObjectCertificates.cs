using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Sources;

/// <summary>Reads the certificates of objects, each object on its own.</summary>
internal static class ObjectCertificates
{
    /// <summary>Longest reason why an object cannot be read, in characters: it is repeated in notifications.</summary>
    private const int MaxReason = 500;

    /// <param name="sources">The objects of each source, in the order in which they are listed.</param>
    /// <param name="pinned">Certificates that need no object.</param>
    /// <param name="most">Most different certificates that are read; further objects are not.</param>
    public static (IReadOnlyList<FoundCertificate> Found, IReadOnlyList<WithheldObject> Unreadable) Read(
        IReadOnlyList<IReadOnlyList<ObjectReading>> sources, IEnumerable<CaCertificate> pinned, int most)
    {
        var known = pinned.Select(certificate => certificate.Thumbprint).ToHashSet(StringComparer.Ordinal);
        var contents = new Dictionary<ObjectReading, Content>(ReferenceEqualityComparer.Instance);
        var left = most;
        foreach (var reading in InTurn(sources))
        {
            contents[reading] = Read(reading, known, left, most);
            left -= contents[reading].Found.Count;
        }

        Content[] all = [.. sources.SelectMany(objects => objects).Select(reading => contents[reading])];
        return (
            [.. all.SelectMany(content => content.Found)],
            [.. all.Select(content => content.Unreadable).OfType<WithheldObject>()]);
    }

    /// <summary>
    /// The sources by turns, and the smallest objects of each first: one file with many certificates, or one team with
    /// many files, does not keep what others drop from being read.
    /// </summary>
    private static IEnumerable<ObjectReading> InTurn(IReadOnlyList<IReadOnlyList<ObjectReading>> sources) => sources
        .SelectMany(objects => objects.OrderBy(one => one.Pem?.Length ?? 0).Select((reading, turn) => (reading, turn)))
        .OrderBy(one => one.turn)
        .Select(one => one.reading);

    /// <param name="known">Thumbprints that were read already; gets those of this object.</param>
    /// <param name="left">How many more certificates are read.</param>
    private static Content Read(ObjectReading reading, HashSet<string> known, int left, int most)
    {
        var (origin, pem, problem) = reading;
        if (pem is null)
        {
            return new Content([], Unreadable(origin, problem!));
        }

        if (left <= 0)
        {
            return new Content(
                [], Unreadable(origin, $"it is not read, since other objects hold {most} certificates already"));
        }

        var text = SourceText.Read(origin.Place, pem);
        var more = text.Certificates.Where(one => known.Add(one.Thumbprint)).ToArray();
        string[] problems =
        [
            .. text.Problems,
            .. more.Length > left
                ? [$"it holds {more.Length} certificates; {left} of them are read, since {most} of all sources together "
                    + "are"]
                : Array.Empty<string>(),
        ];
        return new Content(
            [.. more.Take(left).Select(certificate => new FoundCertificate(certificate.ToCaCertificate(null), origin))],
            problems.Length == 0 ? null : Unreadable(origin, string.Join(" ", problems)));
    }

    private static WithheldObject Unreadable(ObjectOrigin origin, string problem)
    {
        var reason = problem.Replace($"{origin.Place} ", "it ", StringComparison.Ordinal).TrimEnd('.');
        return new WithheldObject(WithheldKind.NotReadable, Printable.Truncate(reason, MaxReason), origin);
    }

    private sealed record Content(IReadOnlyList<FoundCertificate> Found, WithheldObject? Unreadable);
}

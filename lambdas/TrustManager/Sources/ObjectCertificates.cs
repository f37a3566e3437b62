using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Sources;

/// <summary>Reads the certificates of objects, each object on its own.</summary>
internal static class ObjectCertificates
{
    /// <summary>Longest reason why an object cannot be read, in characters: it is repeated in notifications.</summary>
    private const int MaxReason = 500;

    /// <param name="pinned">Certificates that need no object.</param>
    /// <param name="most">Most different certificates that are read; further objects are not.</param>
    public static (IReadOnlyList<FoundCertificate> Found, IReadOnlyList<WithheldObject> Unreadable) Read(
        IEnumerable<ObjectReading> objects, IEnumerable<CaCertificate> pinned, int most)
    {
        var (found, unreadable) = (new List<FoundCertificate>(), new List<WithheldObject>());
        var known = pinned.Select(certificate => certificate.Thumbprint).ToHashSet(StringComparer.Ordinal);
        foreach (var (origin, pem, problem) in objects)
        {
            if (pem is null)
            {
                unreadable.Add(Unreadable(origin, problem!));
                continue;
            }

            if (found.Count >= most)
            {
                unreadable.Add(Unreadable(
                    origin, $"it is not read, since the objects before it hold {found.Count} certificates already"));
                continue;
            }

            var text = SourceText.Read(origin.Place, pem);
            var more = text.Certificates.Where(one => known.Add(one.Thumbprint)).ToArray();
            found.AddRange(more.Take(most - found.Count)
                .Select(certificate => new FoundCertificate(certificate.ToCaCertificate(null), origin)));
            string[] problems =
            [
                .. text.Problems,
                .. found.Count == most && more.Length > 0 && found[^1].Certificate.Thumbprint != more[^1].Thumbprint
                    ? [$"it holds {more.Length} certificates; only {most} of all sources together are read"]
                    : Array.Empty<string>(),
            ];
            if (problems.Length > 0)
            {
                unreadable.Add(Unreadable(origin, string.Join(" ", problems)));
            }
        }

        return (found, unreadable);
    }

    private static WithheldObject Unreadable(ObjectOrigin origin, string problem)
    {
        var reason = problem.Replace($"{origin.Place} ", "it ", StringComparison.Ordinal).TrimEnd('.');
        return new WithheldObject(
            WithheldKind.NotReadable, reason.Length <= MaxReason ? reason : reason[..MaxReason] + "...", origin);
    }
}

namespace Infra.TrustManager.CaCertificates;

/// <summary>Every issuer up to a root must be there: a directory fetches none.</summary>
internal static class ChainRule
{
    /// <summary>How many certificates a problem names, so that it stays readable.</summary>
    private const int MaxNames = 5;

    public static IEnumerable<string> Problems(CaBundle bundle) => [.. Missing(bundle), .. Circles(bundle)];

    private static IEnumerable<string> Missing(CaBundle bundle) =>
        bundle.Certificates
            .Where(certificate => certificate.IssuerThumbprint is null)
            .GroupBy(IssuerOf, StringComparer.Ordinal)
            .Select(orphans =>
                $"The CA certificate of \"{orphans.Key}\" is missing; it issued "
                + $"{Names(bundle, [.. orphans])}. Add it, and whatever issued it up to the root: the directory has to "
                + "know the whole chain.");

    /// <summary>CAs that certified each other: each has an issuer, and no chain of theirs ends.</summary>
    private static IEnumerable<string> Circles(CaBundle bundle)
    {
        var byThumbprint = bundle.Certificates.ToDictionary(one => one.Thumbprint, StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var certificate in bundle.Certificates)
        {
            var path = new List<CaCertificate>();
            for (var at = certificate; at is not null && known.Add(at.Thumbprint); at = IssuerOf(at, byThumbprint))
            {
                path.Add(at);
            }

            // A path that ends at what it began with or passed is a circle; one that ends at an earlier path is none.
            var first = path.Count == 0 ? -1 : path.IndexOf(IssuerOf(path[^1], byThumbprint) ?? path[^1]);
            if (first >= 0 && first < path.Count - 1)
            {
                yield return $"There is no root above {Names(bundle, path[first..])}: they certify each other in a "
                    + "circle. Add the self-signed certificate of the root above them.";
            }
        }
    }

    private static string Names(CaBundle bundle, List<CaCertificate> certificates) =>
        string.Join(" and ", certificates.Take(MaxNames).Select(bundle.Describe))
        + (certificates.Count > MaxNames ? $" and {certificates.Count - MaxNames} more" : "");

    private static CaCertificate? IssuerOf(CaCertificate certificate, Dictionary<string, CaCertificate> among) =>
        certificate.IssuerThumbprint is { } issuer ? among.GetValueOrDefault(issuer) : null;

    private static string IssuerOf(CaCertificate certificate) =>
        ParsedCertificate.From(certificate).Issuer.ToString();
}

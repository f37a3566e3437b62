namespace Infra.TrustManager.CaCertificates;

/// <summary>Every issuer up to a root must be there: a directory fetches none.</summary>
internal static class ChainRule
{
    /// <summary>How many certificates a problem names, so that it stays readable.</summary>
    private const int MaxNames = 5;

    public static IEnumerable<string> Problems(CaBundle bundle) => [.. Missing(bundle), .. Circles(bundle)];

    /// <summary>
    /// Certificates whose issuer is absent although nothing is missing: the same CA has another one for the same key, and
    /// a whole chain leads from that to a root, as beside a cross-certificate.
    /// </summary>
    public static IEnumerable<string> Notes(CaBundle bundle) =>
        bundle.Certificates
            .Where(certificate => certificate.IssuerThumbprint is null && HasAnotherWay(certificate, bundle))
            .Select(certificate =>
                $"{bundle.Describe(certificate)} was issued by \"{IssuerOf(certificate)}\", whose certificate is not among "
                + "the sources. The chain is complete by another certificate of the same CA and key; to save a slot, take "
                + "this one out.");

    private static IEnumerable<string> Missing(CaBundle bundle) =>
        bundle.Certificates
            .Where(certificate => certificate.IssuerThumbprint is null && !HasAnotherWay(certificate, bundle))
            .GroupBy(IssuerOf, StringComparer.Ordinal)
            .Select(orphans =>
                $"The CA certificate of \"{orphans.Key}\" is missing; it issued "
                + $"{Names(bundle, [.. orphans])}. Add it, and whatever issued it up to the root: the directory has to "
                + "know the whole chain.");

    private static bool HasAnotherWay(CaCertificate certificate, CaBundle bundle) => bundle.Certificates.Any(
        other => !other.Equals(certificate) && other.IsUnderSameKey(certificate) && EndsAtRoot(other, bundle));

    private static bool EndsAtRoot(CaCertificate certificate, CaBundle bundle)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = certificate; at is not null && passed.Add(at.Thumbprint);)
        {
            if (at.IssuerThumbprint == at.Thumbprint)
            {
                return true;
            }

            at = bundle.Certificates.FirstOrDefault(one => one.Thumbprint == at.IssuerThumbprint);
        }

        return false;
    }

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

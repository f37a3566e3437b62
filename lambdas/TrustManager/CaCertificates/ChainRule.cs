namespace Infra.TrustManager.CaCertificates;

/// <summary>Every issuer up to a root must be there: a directory fetches none.</summary>
internal static class ChainRule
{
    public static IEnumerable<string> Problems(CaBundle bundle) =>
        bundle.Certificates
            .Where(certificate => certificate.IssuerThumbprint is null)
            .GroupBy(IssuerOf, StringComparer.Ordinal)
            .Select(orphans =>
                $"The CA certificate of \"{orphans.Key}\" is missing; it issued "
                + $"{string.Join(" and ", orphans.Select(bundle.Describe))}. Add it, and whatever issued it up to the "
                + "root: the directory has to know the whole chain.");

    private static string IssuerOf(CaCertificate certificate) =>
        ParsedCertificate.From(certificate).Issuer.ToString();
}

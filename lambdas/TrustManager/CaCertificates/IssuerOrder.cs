namespace Infra.TrustManager.CaCertificates;

/// <summary>Finds out who issued whom, and puts issuers first.</summary>
internal static class IssuerOrder
{
    /// <summary>In the order given, but roots first, then what they issued, and so on.</summary>
    public static IReadOnlyList<CaCertificate> RootFirst(IReadOnlyList<ParsedCertificate> certificates)
    {
        var issuers = certificates.ToDictionary(
            one => one.Thumbprint, one => FindIssuer(one, certificates)?.Thumbprint, StringComparer.Ordinal);
        return
        [
            .. certificates
                .OrderBy(one => Depth(one.Thumbprint, issuers))
                .Select(one => one.ToCaCertificate(issuers[one.Thumbprint])),
        ];
    }

    /// <summary>
    /// A renewed or cross-signed CA may leave several; a root ends the chain soonest, and the one that lives longest
    /// keeps it whole.
    /// </summary>
    private static ParsedCertificate? FindIssuer(ParsedCertificate issued, IReadOnlyList<ParsedCertificate> among) =>
        MayHaveIssued(issued, issued)
            ? issued
            : among.Where(candidate => candidate != issued && MayHaveIssued(candidate, issued))
                .OrderByDescending(candidate => MayHaveIssued(candidate, candidate))
                .ThenByDescending(candidate => candidate.Certificate.NotAfter)
                .ThenBy(candidate => candidate.Thumbprint, StringComparer.Ordinal)
                .FirstOrDefault();

    private static bool MayHaveIssued(ParsedCertificate issuer, ParsedCertificate issued) =>
        issuer.Subject.IsSameAs(issued.Issuer)
        && (issued.AuthorityKeyId is null
            || issuer.SubjectKeyId is null
            || issued.AuthorityKeyId == issuer.SubjectKeyId)
        && IssuerSignature.Verifies(issuer.Certificate, issued.Certificate) != false;

    /// <summary>Certificates above this one; CAs that certified each other end the count.</summary>
    private static int Depth(string thumbprint, Dictionary<string, string?> issuers)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        for (var at = thumbprint; at is not null && above.Add(at);)
        {
            at = issuers[at];
        }

        return above.Count;
    }
}

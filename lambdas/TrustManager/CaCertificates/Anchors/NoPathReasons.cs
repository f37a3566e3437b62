namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Says why a certificate has no path to an anchor.</summary>
/// <param name="signatures">
/// Of their own: what has no path costs the search none. Where they are used up, names and key identifiers have to do.
/// </param>
internal sealed class NoPathReasons(
    IReadOnlyCollection<PathCertificate> certificates, AnchorSearch search, SignatureChecks signatures)
{
    /// <summary>How many issuers are named in one reason, so that it stays readable.</summary>
    private const int MaxIssuers = 3;

    private readonly ILookup<string, PathCertificate> _bySubject =
        certificates.ToLookup(one => one.Parsed.Subject.Key, StringComparer.Ordinal);

    /// <returns>Whole sentences.</returns>
    public string Of(PathCertificate certificate) => Of(certificate, MaxIssuers);

    private string Of(PathCertificate certificate, int issuers) => certificate switch
    {
        { Fault: { } fault } => $"{certificate.Describe()} {fault}.",
        _ when search.IsGivenUp =>
            $"The search for a path from {certificate.Describe()} was given up: the certificates certify each other in "
            + "too many ways. Remove the cross-certificates that are not needed, or pin a CA closer to this one.",
        _ when search.RefusalOf(certificate) is { } refusal => refusal,
        { IsSelfIssued: true } =>
            $"{certificate.Describe()} is self-signed and is no trust anchor, and no certificate for the same name and "
            + "key has a path to one.",
        _ when IssuerOf(certificate) is { } issuer => Below(certificate, issuer, issuers),
        _ => $"{certificate.Describe()} names \"{certificate.Parsed.Issuer}\" as its issuer, which is neither a trust "
            + "anchor nor among the certificates that were read.",
    };

    private string Below(PathCertificate certificate, PathCertificate issuer, int issuers)
    {
        var between = $"{certificate.Describe()} names {issuer.Describe()} as its issuer";
        return issuer.FaultAsIssuer is { } fault ? $"{between}, which {fault}."
            : issuers == 0 ? $"{between}, which has no path to a trust anchor."
            : $"{between}, which has no path to a trust anchor. {Of(issuer, issuers - 1)}";
    }

    /// <summary>
    /// By its name, unless it certainly did not sign; one with the key that is named, before others. A stranger's
    /// certificate may have any name, and a reason that names it would recommend it.
    /// </summary>
    private PathCertificate? IssuerOf(PathCertificate certificate) => _bySubject[certificate.Parsed.Issuer.Key]
        .Where(one => one != certificate && signatures.Verifies(one.Parsed, certificate.Parsed) != false)
        .OrderByDescending(one =>
            one.Parsed.SubjectKeyId is { } id && id == certificate.Parsed.AuthorityKeyId)
        .FirstOrDefault();
}

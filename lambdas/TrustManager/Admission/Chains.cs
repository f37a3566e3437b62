using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>Certificates and what is above each of them.</summary>
/// <param name="names">Where each came from, by thumbprint.</param>
internal sealed class Chains(IReadOnlyList<CaCertificate> certificates, IReadOnlyDictionary<string, string> names)
{
    private readonly Dictionary<string, CaCertificate> _byThumbprint =
        certificates.ToDictionary(certificate => certificate.Thumbprint, StringComparer.Ordinal);

    /// <summary>What is missing above these, in whole sentences; null when nothing is.</summary>
    public string? Problem(IReadOnlyList<CaCertificate> lowest) =>
        string.Join(" ", ChainRule.Problems(Bundle(lowest))) is { Length: > 0 } problems ? problems : null;

    /// <inheritdoc cref="ChainRule.Notes"/>
    public IEnumerable<string> Notes(IReadOnlyList<CaCertificate> lowest) => ChainRule.Notes(Bundle(lowest));

    /// <summary>
    /// What waits or was rejected, and certainly signed the certificate whose issuer is missing above; null when
    /// nothing did. A name alone would let a stranger's certificate be recommended for approval.
    /// </summary>
    /// <param name="found">Certificates by thumbprint.</param>
    public WithheldObject? MissingIssuer(
        CaCertificate lowest,
        IEnumerable<WithheldObject> withheld,
        IReadOnlyDictionary<string, CaCertificate> found,
        SignatureChecks signatures)
    {
        var top = ParsedCertificate.From(Above(lowest)[^1]);
        var issuer = top.Issuer.ToString();
        return withheld.FirstOrDefault(one => one.Kind is WithheldKind.AwaitsApproval or WithheldKind.Rejected
            && one.Certificate is { } certificate
            && string.Equals(certificate.Subject, issuer, StringComparison.OrdinalIgnoreCase)
            && signatures.Verifies(ParsedCertificate.From(found[certificate.Thumbprint]), top) == true);
    }

    private CaBundle Bundle(IReadOnlyList<CaCertificate> lowest)
    {
        var above = lowest.SelectMany(Above).ToHashSet();
        return new CaBundle([.. certificates.Where(above.Contains)], []) { SourceNames = names };
    }

    /// <summary>The certificate, its issuer and so on; what certifies each other ends it.</summary>
    private List<CaCertificate> Above(CaCertificate lowest)
    {
        List<CaCertificate> above = [];
        for (CaCertificate? at = lowest; at is not null && !above.Contains(at);)
        {
            above.Add(at);
            at = at.IssuerThumbprint is { } issuer ? _byThumbprint.GetValueOrDefault(issuer) : null;
        }

        return above;
    }
}

using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>A CA as a run finds it.</summary>
/// <param name="Installed">The CA's certificate and chain; null while it has none that can be read.</param>
/// <param name="Certificate">The same certificate, read.</param>
/// <param name="Parent">The CA above; null for a root, where it is not known to us, and where it could not be read.
/// </param>
/// <param name="ChainEnd">When the first certificate of the chain expires; null without a chain.</param>
public sealed record CaView(
    CertificateAuthority Ca,
    CertificateAndChain? Installed,
    CaCertificate? Certificate,
    CertificateAuthority? Parent,
    DateTimeOffset? ChainEnd)
{
    /// <summary>Null where the CA above was read, and where none is known to us.</summary>
    public ParentFailure? ParentFailure { get; init; }

    public CrlState Crl { get; init; } = CrlState.Unknown;

    public static CaView Of(CertificateAuthority ca, CertificateAndChain? installed, CertificateAuthority? parent)
    {
        if (installed is null)
        {
            return new CaView(ca, null, null, parent, null);
        }

        DateTimeOffset[] ends =
            [.. installed.ChainDer().Select(der => ParsedCertificate.FromDer(der).ToCaCertificate(null).NotAfter)];
        return new CaView(
            ca,
            installed,
            ParsedCertificate.FromDer(installed.CertificateDer()).ToCaCertificate(issuerThumbprint: null),
            parent,
            ends.Length == 0 ? null : ends.Min());
    }

    /// <summary>
    /// From when on nothing below can be trusted although its own certificate lasts; null when unknown.
    /// </summary>
    public DateTimeOffset? EndAbove => Parent?.NotAfter ?? ChainEnd;
}

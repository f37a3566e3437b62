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

    /// <summary>The present certificate of <see cref="Parent"/>; null where that has none that can be read.</summary>
    public CaCertificate? ParentCertificate { get; init; }

    /// <summary>The certificates above the CA's own, its issuer first and the root last; empty for a root.</summary>
    public IReadOnlyList<CaCertificate> Issuers { get; init; } = [];

    /// <param name="parentInstalled">The parent's certificate, where it was read.</param>
    public static CaView Of(
        CertificateAuthority ca,
        CertificateAndChain? installed,
        CertificateAuthority? parent,
        CertificateAndChain? parentInstalled = null)
    {
        CaCertificate[] issuers = [.. installed?.ChainDer().Select(Read) ?? []];
        return new CaView(
            ca,
            installed,
            installed is null ? null : Read(installed.CertificateDer()),
            parent,
            issuers.Length == 0 ? null : issuers.Min(issuer => issuer.NotAfter))
        {
            ParentCertificate = parentInstalled is null ? null : Read(parentInstalled.CertificateDer()),
            Issuers = issuers,
        };
    }

    /// <summary>
    /// From when on nothing below can be trusted although its own certificate lasts; null when unknown.
    /// </summary>
    public DateTimeOffset? EndAbove => Parent?.NotAfter ?? ChainEnd;

    private static CaCertificate Read(byte[] der) =>
        ParsedCertificate.FromDer(der).ToCaCertificate(issuerThumbprint: null);
}

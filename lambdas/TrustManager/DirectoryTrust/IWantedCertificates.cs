using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Where the certificates of a purpose come from.</summary>
public interface IWantedCertificates
{
    /// <summary>The certificates, root first and each once; and everything that is wrong with them.</summary>
    Task<(IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<string> Problems)> ReadAsync(
        PurposeProperties properties, CertificatePurpose purpose, CancellationToken cancellationToken);
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Where the certificates of a purpose come from, and which of them may be registered.</summary>
public interface IWantedCertificates
{
    /// <param name="memory">Its decisions, anchors and registered certificates count.</param>
    /// <param name="at">The moment for which it is decided.</param>
    Task<AdmittedCertificates> ReadAsync(
        PurposeProperties properties,
        CertificatePurpose purpose,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken);
}

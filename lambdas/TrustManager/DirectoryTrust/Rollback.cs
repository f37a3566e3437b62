using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What a purpose goes back to when an update failed.</summary>
internal static class Rollback
{
    /// <param name="section">What the properties say, which CloudFormation sends again.</param>
    /// <param name="before">The certificates that the state names.</param>
    /// <param name="listed">What the sources of these properties list now.</param>
    /// <param name="touched">What the update was allowed to interrupt may be interrupted again.</param>
    public static DesiredPurpose Of(
        PurposeProperties section,
        IReadOnlyList<CaCertificate> before,
        IReadOnlyList<CaCertificate> listed,
        IEnumerable<string> touched)
    {
        // The bodies are those of the sources: a state may name one thumbprint and hold another certificate.
        CaCertificate[] back =
            [.. before.Select(certificate => listed.FirstOrDefault(certificate.Equals)).OfType<CaCertificate>()];
        return new DesiredPurpose(
            back.Length > 0 ? back : listed,
            bool.Parse(section.Enabled),
            section.OcspUrl,
            [.. section.AllowGapFor, .. touched])
        {
            Kept = [.. before.Except(listed)],
        };
    }
}

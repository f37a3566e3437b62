using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>What a directory has registered and switched on, read at one moment.</summary>
/// <param name="Certificates">Of both purposes, by whomever registered.</param>
public sealed record DirectoryState(
    IReadOnlyList<RegisteredCertificate> Certificates, DirectoryFeature SmartCard, DirectoryFeature Ldaps)
{
    public DirectoryFeature Feature(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;
}

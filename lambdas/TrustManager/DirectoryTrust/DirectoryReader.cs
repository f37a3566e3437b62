using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Reads what a directory has, as far as a run is concerned with it.</summary>
public sealed class DirectoryReader(IDirectoryService directory)
{
    /// <remarks>
    /// A purpose that is neither desired nor remembered is not asked for: not every kind of directory has each.
    /// </remarks>
    public async Task<DirectoryState> ReadAsync(
        string directoryId, DesiredTrust desired, TrustMemory memory, CancellationToken cancellationToken)
    {
        var certificates = await directory.ListCertificatesAsync(directoryId, cancellationToken);
        return new DirectoryState(
            await WithUrlsAsync(directoryId, certificates, desired, memory, cancellationToken),
            await FeatureAsync(CertificatePurpose.SmartCard),
            await FeatureAsync(CertificatePurpose.Ldaps));

        Task<DirectoryFeature> FeatureAsync(CertificatePurpose purpose) =>
            desired.For(purpose) is not null
            || memory.Features.Any(feature => feature.Purpose == purpose)
            || memory.Certificates.Any(entry => entry.Purpose == purpose)
                ? directory.FindFeatureAsync(directoryId, purpose, cancellationToken)
                : Task.FromResult(DirectoryFeature.Off);
    }

    /// <summary>The list has no OCSP URLs; those of wanted certificates that others registered are asked for.</summary>
    private async Task<IReadOnlyList<RegisteredCertificate>> WithUrlsAsync(
        string directoryId,
        IReadOnlyList<RegisteredCertificate> certificates,
        DesiredTrust desired,
        TrustMemory memory,
        CancellationToken cancellationToken)
    {
        List<RegisteredCertificate> described = [];
        foreach (var entry in certificates)
        {
            var isFound = entry is { Purpose: CertificatePurpose.SmartCard, IsThere: true }
                && memory.Certificates.All(ours => ours.CertificateId != entry.Id)
                && desired.SmartCard?.Certificates.Any(entry.LooksLike) == true;
            described.Add(isFound
                ? await directory.FindCertificateAsync(directoryId, entry.Id, cancellationToken) ?? entry
                : entry);
        }

        return described;
    }
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Reads from properties and their sources what a directory shall trust.</summary>
public sealed class DesiredReader(IWantedCertificates source)
{
    /// <exception cref="ResourceException">Lists everything that is wrong with the certificates.</exception>
    /// <param name="memory">Decides with the properties what may be registered.</param>
    /// <param name="at">The moment for which it is decided.</param>
    /// <param name="notice">An event about an object, which may say who wrote it; null for none.</param>
    public async Task<DesiredTrust> ReadAsync(
        DirectoryTrustProperties properties,
        TrustMemory memory,
        DateTimeOffset at,
        ObjectOrigin? notice,
        CancellationToken cancellationToken)
    {
        List<string> problems = [];
        List<KeptAnchor> anchors = [];
        var desired = new DesiredTrust(
            await ReadAsync(CertificatePurpose.SmartCard), await ReadAsync(CertificatePurpose.Ldaps));
        return problems.Count == 0
            ? desired with
            {
                AreSourcesRead = true, Anchors = [.. anchors.DistinctBy(anchor => anchor.Thumbprint)],
            }
            : throw new ResourceException(
                $"Directory {properties.DirectoryId} cannot be given these CA certificates: "
                + $"{string.Join(" ", problems)} Nothing was changed.");

        async Task<DesiredPurpose?> ReadAsync(CertificatePurpose purpose)
        {
            if (properties.For(purpose) is not { } section)
            {
                return null;
            }

            var admitted = await source.ReadAsync(section, purpose, memory, at, cancellationToken);
            problems.AddRange(admitted.Problems);
            anchors.AddRange(admitted.Anchors);
            return new DesiredPurpose(
                admitted.Certificates, bool.Parse(section.Enabled), section.OcspUrl, section.AllowGapFor)
            {
                Reasons = admitted.Reasons,
                Withheld = [.. admitted.Withheld.Select(one => one.Noticing(notice))],
                Awaiting = admitted.Awaiting,
                Notes = admitted.Notes,
            };
        }
    }

    public static Ceilings CeilingsOf(DirectoryTrustProperties properties) => new(
        properties.SmartCard?.CeilingCount ?? Ceilings.Documented.SmartCard,
        properties.Ldaps?.CeilingCount ?? Ceilings.Documented.Ldaps);

    /// <summary>
    /// The way back from a failed update: the certificates as they were. Only those that a source still lists are
    /// registered again, and from the source.
    /// </summary>
    /// <remarks>
    /// The state says what there was, and must not be able to say what is registered. A source that cannot be read now
    /// does not stop the way back: what is registered stays, and the next run has the rest.
    /// </remarks>
    public async Task<DesiredTrust> BackAsync(
        DirectoryTrustProperties properties,
        SettledTrust settled,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        string[] touched = [.. memory.Certificates.Select(entry => entry.Certificate.Thumbprint)];
        return new DesiredTrust(
            await BackAsync(CertificatePurpose.SmartCard), await BackAsync(CertificatePurpose.Ldaps));

        async Task<DesiredPurpose?> BackAsync(CertificatePurpose purpose) => properties.For(purpose) is not { } section
            ? null
            : Rollback.Of(
                section,
                settled.Trust.For(purpose)?.Certificates ?? [],
                await ListedAsync(section, purpose, memory, at, cancellationToken),
                touched);
    }

    /// <summary>What the sources list and may be registered, as far as they can be read.</summary>
    private async Task<IReadOnlyList<CaCertificate>> ListedAsync(
        PurposeProperties section,
        CertificatePurpose purpose,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await source.ReadAsync(section, purpose, memory, at, cancellationToken)).Certificates;
        }
        catch (ServiceException)
        {
            var inline = section with { CertificateAuthorityArns = [], S3Sources = [] };
            return (await source.ReadAsync(inline, purpose, memory, at, cancellationToken)).Certificates;
        }
    }
}

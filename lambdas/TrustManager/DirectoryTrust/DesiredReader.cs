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
    public async Task<DesiredTrust> ReadAsync(
        DirectoryTrustProperties properties, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var desired = new DesiredTrust(
            await ReadAsync(CertificatePurpose.SmartCard), await ReadAsync(CertificatePurpose.Ldaps));
        return problems.Count == 0
            ? desired
            : throw new ResourceException(
                $"Directory {properties.DirectoryId} cannot be given these CA certificates: "
                + $"{string.Join(" ", problems)} Nothing was changed.");

        async Task<DesiredPurpose?> ReadAsync(CertificatePurpose purpose)
        {
            if (properties.For(purpose) is not { } section)
            {
                return null;
            }

            var (certificates, wrong) = await source.ReadAsync(section, purpose, cancellationToken);
            problems.AddRange(wrong);
            return new DesiredPurpose(certificates, bool.Parse(section.Enabled), section.OcspUrl, section.AllowGapFor);
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
                await ListedAsync(section, purpose, cancellationToken),
                touched);
    }

    /// <summary>What the sources list, as far as they can be read.</summary>
    private async Task<IReadOnlyList<CaCertificate>> ListedAsync(
        PurposeProperties section, CertificatePurpose purpose, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.ReadAsync(section, purpose, cancellationToken)).Certificates;
        }
        catch (ServiceException)
        {
            var inline = section with { CertificateAuthorityArns = [], S3Sources = [] };
            return (await source.ReadAsync(inline, purpose, cancellationToken)).Certificates;
        }
    }
}

using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
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
    /// The way back from a failed update: the certificates as they were, whatever the sources hold by now. What the
    /// update was allowed to interrupt may be interrupted again.
    /// </summary>
    public static DesiredTrust Back(SettledTrust settled, TrustMemory memory)
    {
        string[] touched = [.. memory.Certificates.Select(entry => entry.Certificate.Thumbprint)];
        return new DesiredTrust(Allowing(settled.Trust.SmartCard), Allowing(settled.Trust.Ldaps));

        DesiredPurpose? Allowing(DesiredPurpose? purpose) =>
            purpose is null ? null : purpose with { GapAllowedFor = [.. purpose.GapAllowedFor, .. touched] };
    }
}

using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Status;

/// <summary>A feature of a directory that is ours to manage.</summary>
/// <param name="Purpose">For example <c>smart card sign-in</c>.</param>
/// <param name="Status">As Directory Service says: <c>Enabled</c>, <c>Disabled</c> ...</param>
/// <param name="Reason">Why it could not be enabled; null otherwise.</param>
public sealed record FeatureLine(string Purpose, string Status, string? Reason)
{
    /// <summary>Only of what was read: not every kind of directory has each feature.</summary>
    public static IReadOnlyList<FeatureLine> Of(DirectoryState state, DesiredTrust desired, TrustMemory memory) =>
    [
        .. Enum.GetValues<CertificatePurpose>()
            .Where(purpose => desired.For(purpose) is not null
                || memory.Features.Any(feature => feature.Purpose == purpose))
            .Select(purpose => (Name: PurposeName.Of(purpose), Feature: state.Feature(purpose)))
            .Select(one => new FeatureLine(one.Name, one.Feature.Status.ToString(), one.Feature.Reason)),
    ];
}

using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Compares what is desired by its values; records compare their lists by reference.</summary>
internal static class TrustComparison
{
    public static bool IsSame(this DesiredTrust one, DesiredTrust other) =>
        IsSame(one.SmartCard, other.SmartCard) && IsSame(one.Ldaps, other.Ldaps);

    private static bool IsSame(DesiredPurpose? one, DesiredPurpose? other) => one is null || other is null
        ? one is null && other is null
        : one.Enabled == other.Enabled
            && one.OcspUrl == other.OcspUrl
            && one.Certificates.ToHashSet().SetEquals(other.Certificates)
            && one.GapAllowedFor.SequenceEqual(other.GapAllowedFor, StringComparer.Ordinal);
}

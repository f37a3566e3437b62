using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>Which of the certificates that others registered may be a certain one.</summary>
internal static class Lookalike
{
    /// <summary>The one that it is known to be, or else one that it may be; null for none.</summary>
    /// <param name="ours">What we remember of <paramref name="certificate"/>.</param>
    /// <param name="known">What the state says of those of others, by id.</param>
    public static RegisteredCertificate? Find(
        List<RegisteredCertificate> foreign,
        CaCertificate certificate,
        RememberedCertificate? ours,
        IReadOnlyDictionary<string, ForeignCertificate> known)
    {
        var alike = foreign.FindAll(entry => entry.LooksLike(certificate) && !WasBeside(entry, ours));
        return alike.Find(entry => IsOf(entry) == certificate.Thumbprint) ?? alike.Find(entry => IsOf(entry) is null);

        string? IsOf(RegisteredCertificate entry) => known.GetValueOrDefault(entry.Id)?.Is;
    }

    /// <summary>Ours was registered while that one was there, which Directory Service refuses for the same one.</summary>
    private static bool WasBeside(RegisteredCertificate entry, RememberedCertificate? ours) =>
        ours is { Phase: not MemoryPhase.Registering }
        && ours.IdsSeenBefore.Contains(entry.Id, StringComparer.Ordinal);
}

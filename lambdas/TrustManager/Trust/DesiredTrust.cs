using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>What a directory shall trust, from the environment file and its sources.</summary>
/// <param name="SmartCard">Null when smart cards are not ours to manage.</param>
/// <param name="Ldaps">Null when LDAPS is not ours to manage.</param>
public sealed record DesiredTrust(DesiredPurpose? SmartCard, DesiredPurpose? Ldaps)
{
    /// <summary>Nothing of ours: what Delete makes true.</summary>
    public static DesiredTrust Nothing { get; } = new(null, null);

    /// <summary>For the record: what was kept is what a later rollback goes back to, too.</summary>
    public DesiredTrust AsSettled() => new(AsSettled(SmartCard), AsSettled(Ldaps));

    public DesiredPurpose? For(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;

    private static DesiredPurpose? AsSettled(DesiredPurpose? purpose) => purpose is null or { Kept.Count: 0 }
        ? purpose
        : purpose with { Certificates = [.. purpose.Certificates, .. purpose.Kept], Kept = [] };
}

using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>How many certificates of each purpose a directory takes; null where it is not known.</summary>
/// <remarks>
/// AWS documents 5 for LDAPS, and for smart cards both 100 (AD Connector, client authentication) and 5 (AD Connector
/// quotas). Too high costs one refused call, after which the number is known; too low refuses what AWS would take.
/// </remarks>
public sealed record Ceilings(int? SmartCard, int? Ldaps)
{
    public static Ceilings Documented { get; } = new(100, 5);

    public int? For(CertificatePurpose purpose) => purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;

    /// <summary>What a directory that is full at <paramref name="count"/> teaches.</summary>
    public Ceilings With(CertificatePurpose purpose, int count) =>
        purpose == CertificatePurpose.SmartCard ? this with { SmartCard = count } : this with { Ldaps = count };
}

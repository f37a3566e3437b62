using System.Numerics;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>What a CRL says.</summary>
/// <param name="ThisUpdate">When it was made.</param>
/// <param name="NextUpdate">When the next one is there at the latest.</param>
/// <param name="Number">CRL number; grows with every CRL of the CA.</param>
/// <param name="Entries">Revoked certificates.</param>
public sealed record CrlContents(
    DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, BigInteger Number, IReadOnlyCollection<RevokedCertificate> Entries)
{
    /// <summary>URL that certificates must name for this CRL to speak for them. Default: null, it speaks for all.</summary>
    public string? DistributionPoint { get; init; }
}

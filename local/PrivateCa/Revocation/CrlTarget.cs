using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>A CRL that is to be written.</summary>
/// <param name="Location">Where.</param>
/// <param name="IsPartition">Whether it speaks only for certificates that name it, and must say so.</param>
/// <param name="Entries">Revoked certificates that it speaks for.</param>
public sealed record CrlTarget(CrlLocation Location, bool IsPartition, IReadOnlyList<RevokedCertificate> Entries);

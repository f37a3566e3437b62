using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.PrivateCa.Authorities;

/// <summary>An entry of a CRL.</summary>
/// <param name="Serial">Hexadecimal.</param>
/// <param name="RevokedAt">Revocation date.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="NotAfter">End of the certificate's own validity; a little later it leaves the CRL.</param>
public sealed record RevokedCertificate(string Serial, DateTimeOffset RevokedAt, X509RevocationReason Reason, DateTimeOffset NotAfter);

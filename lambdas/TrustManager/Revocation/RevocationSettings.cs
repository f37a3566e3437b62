namespace Infra.TrustManager.Revocation;

/// <summary>A CA's <c>RevocationConfiguration</c>.</summary>
/// <param name="Ocsp">Null when the service names none: then none is sent, since GovCloud has no managed OCSP.</param>
public sealed record RevocationSettings(CrlSettings Crl, OcspSettings? Ocsp);

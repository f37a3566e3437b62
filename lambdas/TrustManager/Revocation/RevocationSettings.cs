namespace Infra.TrustManager.Revocation;

/// <summary>A CA's <c>RevocationConfiguration</c>.</summary>
/// <param name="Ocsp">Null when the service names none: then none is sent, since GovCloud has no OCSP (fact sheet I.4).</param>
public sealed record RevocationSettings(CrlSettings Crl, OcspSettings? Ocsp);

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A certificate was issued so that Private CA writes the CRL.</summary>
/// <param name="Url">The CRL that the certificate names; null where it names none.</param>
/// <param name="At">The moment of the run.</param>
public sealed record TriggeredCrl(string? Url, DateTimeOffset At);

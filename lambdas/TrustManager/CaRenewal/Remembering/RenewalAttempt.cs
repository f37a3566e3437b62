namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>A renewal that was begun, so that an interrupted one goes on instead of beginning again.</summary>
/// <param name="Replaces">Thumbprint of the certificate that is to be replaced.</param>
/// <param name="Number">
/// Counted from 1 for each certificate that is replaced; part of the idempotency token, so that an attempt that was
/// given up is not answered with the certificate that it was given up for.
/// </param>
/// <param name="Since">The moment for which it was decided.</param>
public sealed record RenewalAttempt(string Replaces, int Number, DateTimeOffset Since)
{
    /// <summary>What was ordered; null until the answer to the order came.</summary>
    public string? CertificateArn { get; init; }

    /// <summary>What was checked and is about to be imported; null until then.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>What was issued is of no use.</summary>
    public RenewalAttempt Next(DateTimeOffset now) => new(Replaces, Number + 1, now);
}

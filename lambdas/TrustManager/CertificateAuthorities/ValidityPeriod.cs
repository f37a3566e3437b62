namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>How long a certificate is valid.</summary>
/// <param name="Unit"><c>DAYS</c>, <c>YEARS</c>, or <c>ABSOLUTE</c>: seconds since 1970 (API Reference, Validity).</param>
public sealed record ValidityPeriod(long Value, string Unit)
{
    public static ValidityPeriod Days(int value) => new(value, "DAYS");

    public static ValidityPeriod Years(int value) => new(value, "YEARS");

    public static ValidityPeriod Until(DateTimeOffset end) => new(end.ToUnixTimeSeconds(), "ABSOLUTE");
}

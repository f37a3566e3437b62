namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>How long a certificate is valid.</summary>
/// <param name="Unit"><c>DAYS</c> or <c>YEARS</c>.</param>
public sealed record ValidityPeriod(int Value, string Unit)
{
    public static ValidityPeriod Days(int value) => new(value, "DAYS");

    public static ValidityPeriod Years(int value) => new(value, "YEARS");
}

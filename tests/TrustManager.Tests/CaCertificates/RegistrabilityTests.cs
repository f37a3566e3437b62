using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class RegistrabilityTests
{
    private static readonly CaCertificate Certificate =
        CaBundle.Read([("ca.pem", SomeCa.Root(days: 365).Pem)]).Certificates[0];

    private static readonly DateTimeOffset Expires = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-365 * 24, true)]
    [InlineData((-90 * 24) - 1, true)]
    [InlineData(-90 * 24, false)]
    [InlineData((-90 * 24) + 1, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void More_than_90_days_must_be_left(int hoursFromExpiry, bool registrable) =>
        Assert.Equal(registrable, Registrability.Problem(Certificate, Expires.AddHours(hoursFromExpiry)) is null);

    [Fact]
    public void The_problem_says_since_when_and_what_to_do()
    {
        var problem = Registrability.Problem(Certificate, Expires.AddDays(-20));

        Assert.Equal(
            $"CA certificate 'Root' (SHA-256 {Certificate.Thumbprint[..16]}...) expires on 2027-01-01 00:00 UTC; Directory "
            + "Service registers only certificates with more than 90 days left, so this one could be registered until "
            + "2026-10-03 00:00 UTC, which has passed. Renew that CA and give its new certificate.",
            problem);
    }

    [Fact]
    public void An_expired_certificate_is_called_expired() =>
        Assert.Contains("expired on 2027-01-01", Registrability.Problem(Certificate, Expires), StringComparison.Ordinal);
}

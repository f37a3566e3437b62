using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>Whether Directory Service still registers a certificate, by the time that it has left.</summary>
public static class Registrability
{
    /// <summary>
    /// A registration needs more than this until expiry (Directory Service Administration Guide, "Register the CA
    /// certificate", both purposes); what is registered already may come closer.
    /// </summary>
    public static readonly TimeSpan Required = TimeSpan.FromDays(90);

    public static bool IsRegistrable(this CaCertificate certificate, DateTimeOffset now) =>
        certificate.NotAfter - now > Required;

    /// <summary>The day from which it is refused.</summary>
    public static string LastDay(this CaCertificate certificate) => $"{certificate.NotAfter - Required:yyyy-MM-dd}";
}

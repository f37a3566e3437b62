using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>Tells listed certificates apart by the little that Directory Service says of them.</summary>
public static class CertificateIdentity
{
    /// <summary>
    /// Same common name and expiry. X.509 counts whole seconds; Directory Service reports fractions of them.
    /// </summary>
    public static bool LooksLike(this RegisteredCertificate entry, CaCertificate certificate) =>
        entry.CommonName == certificate.CommonName
        && entry.Expires.ToUnixTimeSeconds() == certificate.NotAfter.ToUnixTimeSeconds();

    /// <summary>Listed, but neither usable nor on its way to be.</summary>
    public static bool IsBroken(this RegisteredCertificate entry) =>
        entry.State is RegistrationState.RegisterFailed or RegistrationState.DeregisterFailed;
}

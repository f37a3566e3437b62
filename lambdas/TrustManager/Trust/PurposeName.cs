using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>What a purpose is called in a sentence.</summary>
public static class PurposeName
{
    public static string Of(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? "smart card sign-in" : "client-side LDAPS";
}

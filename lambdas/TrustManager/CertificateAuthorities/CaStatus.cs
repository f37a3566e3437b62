namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>The values of a CA's <c>Status</c>.</summary>
public static class CaStatus
{
    public const string Creating = "CREATING";
    public const string PendingCertificate = "PENDING_CERTIFICATE";
    public const string Active = "ACTIVE";
    public const string Disabled = "DISABLED";
    public const string Expired = "EXPIRED";
    public const string Failed = "FAILED";
    public const string Deleted = "DELETED";
}

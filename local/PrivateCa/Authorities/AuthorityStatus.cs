namespace Infra.Local.PrivateCa.Authorities;

/// <summary>The states of a CA that the local AWS passes through; the names on the wire.</summary>
public static class AuthorityStatus
{
    /// <summary>Key and request exist; no certificate was imported yet.</summary>
    public const string PendingCertificate = "PENDING_CERTIFICATE";

    public const string Active = "ACTIVE";

    /// <summary>Issues nothing, still publishes CRLs.</summary>
    public const string Disabled = "DISABLED";

    /// <summary>The CA certificate's notAfter has passed.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Can be restored for 7 to 30 days.</summary>
    public const string Deleted = "DELETED";
}

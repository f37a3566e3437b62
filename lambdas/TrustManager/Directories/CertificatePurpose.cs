namespace Infra.TrustManager.Directories;

/// <summary>What a directory uses a registered CA certificate for; each purpose has certificates of its own.</summary>
public enum CertificatePurpose
{
    /// <summary>Signing in with smart cards: type <c>ClientCertAuth</c>.</summary>
    SmartCard,

    /// <summary>Client-side LDAPS: type <c>ClientLDAPS</c>.</summary>
    Ldaps,
}

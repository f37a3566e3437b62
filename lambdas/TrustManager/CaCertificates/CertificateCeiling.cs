namespace Infra.TrustManager.CaCertificates;

/// <summary>How many CA certificates of one purpose a directory takes.</summary>
public static class CertificateCeiling
{
    /// <summary>Certificates for client-side LDAPS per directory (Directory Service quotas).</summary>
    public const int Ldaps = 5;

    /// <summary>Certificates for smart cards per AD Connector.</summary>
    /// <remarks>
    /// AWS documents 100 (AD Connector, smart card prerequisites) and, without naming a purpose, 5 (AD Connector
    /// quotas). The larger is checked beforehand; what a directory really takes only the directory can say.
    /// </remarks>
    public const int SmartCard = 100;
}

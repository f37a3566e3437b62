using Infra.TrustManager.Directories;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>A directory takes no more certificates of a purpose than it has: the plan was made without knowing.</summary>
public sealed class DirectoryFullException(CertificatePurpose purpose, int count, Exception innerException)
    : Exception($"The directory is full at {count} certificates.", innerException)
{
    public CertificatePurpose Purpose { get; } = purpose;

    public int Count { get; } = count;
}

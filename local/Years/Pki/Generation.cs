using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Years.Pki;

/// <summary>One CA certificate of a PKI team, and what the team does with it and when.</summary>
public sealed class Generation(X509Certificate2 certificate, ECDsa key, Generation? issuer, string objectKey) : IDisposable
{
    public string CommonName { get; } = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>SHA-256, as the directory's history has it.</summary>
    public string Thumbprint { get; } = certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public string Pem { get; } = certificate.ExportCertificatePem();

    public DateTimeOffset NotBefore { get; } = certificate.NotBefore.ToUniversalTime();

    public DateTimeOffset NotAfter { get; } = certificate.NotAfter.ToUniversalTime();

    /// <summary>Null for a root.</summary>
    public Generation? Issuer => issuer;

    /// <summary>Where its file lies in the bucket.</summary>
    public string ObjectKey => objectKey;

    /// <summary>When its file was put into the bucket.</summary>
    public DateTimeOffset DroppedAt { get; init; }

    /// <summary>From here on people or servers have certificates below it.</summary>
    public DateTimeOffset UsedFrom { get; init; }

    /// <summary>From here on nobody has any more; expiry, until there is a successor.</summary>
    public DateTimeOffset UsedUntil { get; set; } = certificate.NotAfter.ToUniversalTime();

    /// <summary>True where the team does nothing about a successor until it is asked.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>True where its file goes on the day on which its successor's comes.</summary>
    public bool IsSwapped { get; set; }

    /// <summary>When the team took its file away; null while it is there.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    internal X509Certificate2 Certificate => certificate;

    internal ECDsa Key => key;

    public bool IsUsedAt(DateTimeOffset at) => UsedFrom <= at && at < UsedUntil;

    /// <summary>This certificate and those above it.</summary>
    public IEnumerable<Generation> Chain()
    {
        for (var one = this; one is not null; one = one.Issuer)
        {
            yield return one;
        }
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}

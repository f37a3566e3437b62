using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="RootCertificateAuthority"/> or <see cref="SubordinateCertificateAuthority"/> needs to know.</summary>
public sealed record NewAuthorityProps
{
    public required NewAuthoritySettings Settings { get; init; }

    /// <summary>Where the CA writes CRLs; its policy must allow that before the CA is created.</summary>
    public required IBucket CrlBucket { get; init; }

    /// <summary>Host of the CRL's URL, without a scheme.</summary>
    public required string CrlHost { get; init; }

    public required int CrlExpirationDays { get; init; }

    public required string CrlType { get; init; }

    /// <summary>Folder of partitioned CRLs; null makes one complete CRL.</summary>
    public string? CustomPath { get; init; }
}

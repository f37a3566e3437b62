using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="FirstCrl"/> needs to know.</summary>
public sealed record FirstCrlProps
{
    public required string CertificateAuthorityArn { get; init; }

    /// <summary>Where the CA writes CRLs.</summary>
    public required IBucket CrlBucket { get; init; }

    /// <summary>Customer managed key of the bucket; null means one that S3 manages.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Host of the CRL's URL, without a scheme.</summary>
    public required string CrlHost { get; init; }

    public required string CrlType { get; init; }

    /// <summary>Folder of partitioned CRLs; null makes one complete CRL.</summary>
    public string? CustomPath { get; init; }

    /// <summary>Makes the CA publish there, which comes before.</summary>
    public required CustomResource Configured { get; init; }

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }
}

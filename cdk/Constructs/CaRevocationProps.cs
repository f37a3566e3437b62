using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="CaRevocation"/> needs to know.</summary>
public sealed record CaRevocationProps
{
    public required string CertificateAuthorityArn { get; init; }

    /// <summary>Where the CA writes CRLs; its policy must allow that already.</summary>
    public required IBucket CrlBucket { get; init; }

    /// <summary>Customer managed key of the bucket; null means one that S3 manages.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Host of the CRL's URL, without a scheme.</summary>
    public required string CrlHost { get; init; }

    /// <summary>Folder of partitioned CRLs; null makes one complete CRL.</summary>
    public string? CustomPath { get; init; }

    public required string CrlType { get; init; }

    public required int CrlExpirationDays { get; init; }

    /// <summary>Bucket of the CA's earlier settings, which may then be restored; null when there is none.</summary>
    public string? RestoreBucketName { get; init; }

    /// <summary>Folder of the CA's earlier settings, which may then be restored; null when there is none.</summary>
    public string? RestoreCustomPath { get; init; }

    /// <summary>Whether deletion puts the CA's earlier settings back.</summary>
    public required bool RestoreOnDelete { get; init; }

    /// <summary>Whether another CA has taken this one's place.</summary>
    public bool IsFormer { get; init; }

    /// <summary>CAs that go on publishing to the bucket beside this one.</summary>
    public IReadOnlyList<string> FormerAuthorityArns { get; init; } = [];

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }
}

using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="CrlResponderFunction"/> needs to know.</summary>
public sealed record CrlResponderFunctionProps
{
    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required IBucket CrlBucket { get; init; }

    public required FunctionSettings Function { get; init; }

    public required CrlDistributionSettings CrlDistribution { get; init; }

    public required NetworkSettings Network { get; init; }

    /// <summary>Key that encrypts the bucket; null means one that S3 manages.</summary>
    public IKey? EncryptionKey { get; init; }
}

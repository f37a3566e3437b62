using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="CrlResponderRole"/> needs to know.</summary>
public sealed record CrlResponderRoleProps
{
    public required IBucket CrlBucket { get; init; }

    /// <summary>Key that encrypts the bucket; null means one that S3 manages.</summary>
    public IKey? EncryptionKey { get; init; }

    public required ServedPrefixes Served { get; init; }

    public required ILogGroup Logs { get; init; }

    /// <summary>Whether Lambda attaches the function to a VPC.</summary>
    public required bool AttachesToVpc { get; init; }
}

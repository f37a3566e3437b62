using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="DirectoryRead"/> needs to know.</summary>
public sealed record DirectoryReadProps
{
    /// <summary>Every directory of the stack: at least one.</summary>
    public required IReadOnlyList<DirectoryTrustProps> Directories { get; init; }

    /// <summary>Where it is remembered what was registered.</summary>
    public required IBucket MemoryBucket { get; init; }

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }
}

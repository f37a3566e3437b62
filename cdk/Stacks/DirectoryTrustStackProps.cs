using Amazon.CDK;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Stacks;

/// <summary>What a <see cref="DirectoryTrustStack"/> needs to know.</summary>
public sealed class DirectoryTrustStackProps : StackProps
{
    public required EnvironmentSettings Settings { get; init; }

    /// <summary>The CA of the deployment.</summary>
    public required string CertificateAuthorityArn { get; init; }

    /// <summary>Folder of the published functions that keep the directories' trust.</summary>
    public required string TrustManagerFolder { get; init; }
}

using Amazon.CDK;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Stacks;

/// <summary>What a <see cref="DirectoryTrustStack"/> needs to know.</summary>
public sealed class DirectoryTrustStackProps : StackProps
{
    public required EnvironmentSettings Settings { get; init; }

    /// <summary>The CA of the deployment.</summary>
    public required string CertificateAuthorityArn { get; init; }

    /// <summary>Through which people are told; null when nobody is.</summary>
    public NotificationChannel? Tells { get; init; }

    /// <summary>The roles of the environment's functions.</summary>
    public required FunctionRoles Roles { get; init; }

    /// <summary>Folder of the published functions that keep the directories' trust.</summary>
    public required string TrustManagerFolder { get; init; }
}

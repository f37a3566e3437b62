using Amazon.CDK;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs;

namespace Infra.Cdk.Stacks;

/// <summary>What a <see cref="CrlDistributionStack"/> needs to know.</summary>
public sealed class CrlDistributionStackProps : StackProps
{
    public required EnvironmentSettings Settings { get; init; }

    /// <summary>The roles of the environment's functions.</summary>
    public required FunctionRoles Roles { get; init; }

    /// <summary>Folder of the published CRL function.</summary>
    public required string CrlResponderFolder { get; init; }
}

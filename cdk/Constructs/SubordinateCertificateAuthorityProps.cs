using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="SubordinateCertificateAuthority"/> needs to know besides what every new CA does.</summary>
public sealed record SubordinateCertificateAuthorityProps
{
    public required NewAuthorityProps Authority { get; init; }

    /// <summary>The CA that issues the certificate.</summary>
    public required string ParentArn { get; init; }

    /// <summary>How many CAs may follow below this one: 0 to 3, for which AWS Private CA has templates.</summary>
    public required int PathLength { get; init; }

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }
}

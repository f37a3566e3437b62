namespace Infra.Cdk.Configuration;

/// <summary>A CA that another one replaced; it goes on publishing its CRLs here for the certificates it issued.</summary>
public sealed record FormerAuthoritySettings
{
    public required string Arn { get; init; }

    /// <summary>As while it was the deployment's CA: another type breaks certificates that exist.</summary>
    public required string CrlType { get; init; }

    /// <summary>Bucket that the CA published CRLs to before this deployment.</summary>
    public string? RestoreBucketName { get; init; }

    /// <summary>Folder of the CRLs that the CA published before, where it had one outside <c>crl/</c>.</summary>
    public string? RestoreCustomPath { get; init; }

    /// <summary>Whether removing the entry, or deleting the stack, puts back the CA's earlier CRL settings.</summary>
    public required bool RestoreOnDelete { get; init; }
}

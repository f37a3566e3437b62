namespace Infra.Cdk.Configuration.Directories;

/// <summary>A directory and the CA certificates it shall trust.</summary>
public sealed record DirectorySettings
{
    /// <summary><see cref="DirectoryType"/> of one that only forwards to the organization's own.</summary>
    public const string AdConnector = "ADConnector";

    /// <summary>
    /// Begins the names of its outputs, and is what messages call it; another name changes nothing else.
    /// </summary>
    public required string Name { get; init; }

    public required string DirectoryId { get; init; }

    public required string DirectoryType { get; init; }

    /// <summary>Signing in with smart cards; null leaves it alone.</summary>
    public DirectoryPurposeSettings? SmartCard { get; init; }

    /// <summary>Client-side LDAPS; null leaves it alone.</summary>
    public DirectoryPurposeSettings? Ldaps { get; init; }

    /// <summary>
    /// Whether certificates that the directory has already, and that are wanted here too, become ours to deregister.
    /// </summary>
    public required bool AdoptRegistered { get; init; }

    /// <summary>What happens between deployments.</summary>
    public required RotationSettings Rotation { get; init; }

    /// <summary>What there is to manage, by the name of its setting.</summary>
    public IEnumerable<(string Name, DirectoryPurposeSettings Settings)> Purposes =>
    [
        .. SmartCard is { } smartCard ? [("smartCard", smartCard)] : Array.Empty<(string, DirectoryPurposeSettings)>(),
        .. Ldaps is { } ldaps ? [("ldaps", ldaps)] : Array.Empty<(string, DirectoryPurposeSettings)>(),
    ];

    /// <summary>Size of its certificates and anchors in a template and in the events about it, in characters.</summary>
    public int InlineLength => Purposes.Sum(purpose =>
        purpose.Settings.Certificates.Certificates.Sum(certificate => certificate.Pem.Length)
        + purpose.Settings.Anchors.Anchors.Sum(anchor => anchor.Text.Length));
}

namespace Infra.Cdk.Configuration.Directories;

/// <summary>CAs that are pinned; the schema sees to it that exactly one of the two is named.</summary>
public sealed record TrustAnchorSettings
{
    /// <summary>File of which each certificate is an anchor, relative to <c>environments/</c>.</summary>
    public string? PemFile { get; init; }

    /// <summary>SHA-256 thumbprint of one certificate, as openssl or Windows prints it.</summary>
    public string? Sha256 { get; init; }
}

namespace Infra.Cdk.Configuration.Directories;

/// <summary>One place that CA certificates come from; the schema sees to it that exactly one is named.</summary>
public sealed record CertificateSourceSettings
{
    /// <summary>File with one or more certificates, relative to <c>environments/</c>.</summary>
    public string? PemFile { get; init; }

    /// <summary>A CA of AWS Private CA: its certificate and those above it.</summary>
    public string? CertificateAuthorityArn { get; init; }

    /// <summary>True for the CA of this deployment.</summary>
    public bool? OwnCertificateAuthority { get; init; }

    public S3SourceSettings? S3 { get; init; }
}

using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="DirectoryTrust"/> needs to know.</summary>
public sealed record DirectoryTrustProps
{
    public required DirectorySettings Directory { get; init; }

    /// <summary>The environment's account, to which a bucket belongs where its source says nothing else.</summary>
    public required string Account { get; init; }

    /// <summary>Where the function remembers what it registered.</summary>
    public required IBucket MemoryBucket { get; init; }

    /// <summary>The CA of the deployment, for sources that name it.</summary>
    public required string OwnCertificateAuthorityArn { get; init; }

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }

    /// <summary>Through which people are told; null when nobody is.</summary>
    public NotificationChannel? Tells { get; init; }

    /// <summary>The CA of the deployment where a source of a purpose names it so; null where none does.</summary>
    internal string? OwnSource =>
        Directory.Purposes
            .SelectMany(purpose => purpose.Settings.CertificateSources)
            .Any(source => source.OwnCertificateAuthority == true)
                ? OwnCertificateAuthorityArn
                : null;

    /// <summary>The folders of buckets among the sources of all purposes.</summary>
    internal IReadOnlyList<S3SourceSettings> Folders =>
        [.. Directory.Purposes.SelectMany(purpose => purpose.Settings.Folders).Distinct()];

    /// <summary>The CAs of AWS Private CA among the sources of all purposes.</summary>
    internal IReadOnlyList<string> AllCertificateAuthorityArns =>
    [
        .. Directory.Purposes
            .SelectMany(purpose => CertificateAuthorityArns(purpose.Settings))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>CAs of AWS Private CA that a purpose's certificates come from.</summary>
    internal IEnumerable<string> CertificateAuthorityArns(DirectoryPurposeSettings purpose) =>
        purpose.CertificateSources.Select(ArnOf).OfType<string>().Distinct(StringComparer.Ordinal);

    private string? ArnOf(CertificateSourceSettings source) =>
        source.OwnCertificateAuthority == true ? OwnCertificateAuthorityArn : source.CertificateAuthorityArn;
}

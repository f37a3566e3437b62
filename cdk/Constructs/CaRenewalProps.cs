using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Renewal;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Constructs;

/// <summary>What a <see cref="CaRenewal"/> needs to know.</summary>
public sealed record CaRenewalProps
{
    public required string CertificateAuthorityArn { get; init; }

    /// <summary>The CA's name; null where only Private CA knows it.</summary>
    public string? CommonName { get; init; }

    public required RenewalTerms Terms { get; init; }

    /// <summary>From which the CA's certificate is served, and where the function remembers what it did.</summary>
    public required IBucket CrlBucket { get; init; }

    /// <summary>Customer managed key of the bucket; null means one that S3 manages.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>Folder of partitioned CRLs; null makes one complete CRL.</summary>
    public string? CustomPath { get; init; }

    /// <summary>The properties that make the CA publish its CRLs, which the CA is compared with every day.</summary>
    public required IReadOnlyDictionary<string, object> CaRevocationProperties { get; init; }

    /// <summary>Where clients download the CA's certificate.</summary>
    public required string CaCertificateUrl { get; init; }

    /// <summary>Folder of the published function.</summary>
    public required string PackageFolder { get; init; }

    public required FunctionSettings Function { get; init; }

    /// <summary>Through which people are told; null when nobody is.</summary>
    public NotificationChannel? Tells { get; init; }

    internal string CertificateAuthorityId => AuthorityId.Of(CertificateAuthorityArn);
}

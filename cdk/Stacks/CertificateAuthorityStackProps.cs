using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Stacks;

/// <summary>What a <see cref="CertificateAuthorityStack"/> needs to know.</summary>
public sealed class CertificateAuthorityStackProps : StackProps
{
    public required EnvironmentSettings Settings { get; init; }

    public required IBucket CrlBucket { get; init; }

    /// <summary>Host that CRL URLs name.</summary>
    public required string CrlHost { get; init; }

    /// <summary>Through which people are told; null when nobody is.</summary>
    public NotificationChannel? Tells { get; init; }

    /// <summary>Folder of the published functions that keep the CA's settings.</summary>
    public required string TrustManagerFolder { get; init; }
}

using Amazon.CDK;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs;
using Infra.Cdk.Constructs.Notifications;
using Infra.Cdk.Functions;

namespace Infra.Cdk.Stacks;

/// <summary>The stacks of one environment, in the order they are deployed.</summary>
public static class Deployment
{
    /// <param name="app">Holds the stacks.</param>
    /// <param name="settings">The environment.</param>
    /// <param name="functions">The published functions.</param>
    public static void AddTo(App app, EnvironmentSettings settings, FunctionFolders functions)
    {
        var place = new Amazon.CDK.Environment { Account = settings.Account, Region = settings.Region };
        var isProtected = settings.CrlDistribution.DeletionProtection;

        var roles = new FunctionRoles(settings.Name);
        Aspects.Of(app).Add(roles);
        var tells = Channel(app, place, settings);
        var distribution = new CrlDistributionStack(app, $"CrlDistribution-{settings.Name}", new CrlDistributionStackProps
        {
            Env = place,
            Description = "Delivers CRLs from a private bucket to clients inside the network.",
            TerminationProtection = isProtected,
            Settings = settings,
            Roles = roles,
            CrlResponderFolder = functions.CrlResponder,
        });
        var authority = new CertificateAuthorityStack(app, $"CertificateAuthority-{settings.Name}", new CertificateAuthorityStackProps
        {
            Env = place,
            Description = "Certificate authority whose CRLs the CRL distribution stack delivers.",
            TerminationProtection = isProtected,
            Settings = settings,
            CrlBucket = distribution.CrlBucket,
            CrlHost = distribution.CrlHost,
            Tells = tells,
            TrustManagerFolder = functions.TrustManager,
        });
        // The bucket's policy must be there before the CA is told of the bucket, and as long; no reference between the two says so.
        authority.AddDependency(distribution);
        if (settings.Directories.Count > 0)
        {
            var trust = new DirectoryTrustStack(app, $"DirectoryTrust-{settings.Name}", new DirectoryTrustStackProps
            {
                Env = place,
                Description = "CA certificates that directories trust for smart cards and LDAPS.",
                TerminationProtection = isProtected,
                Settings = settings,
                CertificateAuthorityArn = authority.AuthorityArn,
                Tells = tells,
                Roles = roles,
                TrustManagerFolder = functions.TrustManager,
            });
            // A CA has a certificate to trust only when its stack is complete.
            trust.AddDependency(authority);
        }

        foreach (var (name, value) in settings.Tags)
        {
            Tags.Of(app).Add(name, value);
        }
    }

    private static NotificationChannel? Channel(App app, Amazon.CDK.Environment place, EnvironmentSettings settings) =>
        settings.Notifications switch
        {
            { TopicArn: { } topic, KmsKeyArn: var key } => new NotificationChannel(topic, key),
            { Emails: { } emails, KmsKeyArn: var key } => new NotificationChannel(
                new NotificationsStack(app, $"Notifications-{settings.Name}", new NotificationsStackProps
                {
                    Env = place,
                    Description = "Tells people what only they can do about certificates.",
                    TerminationProtection = settings.CrlDistribution.DeletionProtection,
                    Topic = new NotificationTopicProps { Emails = emails, KmsKeyArn = key },
                }).TopicArn,
                key),
            _ => null,
        };
}

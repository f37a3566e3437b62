using Amazon.CDK;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Stacks;

/// <summary>The stacks of one environment, in the order they are deployed.</summary>
public static class Deployment
{
    /// <param name="app">Holds the stacks.</param>
    /// <param name="settings">The environment.</param>
    /// <param name="crlResponderFolder">Folder of the published CRL function.</param>
    public static void AddTo(App app, EnvironmentSettings settings, string crlResponderFolder)
    {
        var place = new Amazon.CDK.Environment { Account = settings.Account, Region = settings.Region };
        var isProtected = settings.CrlDistribution.DeletionProtection;

        var distribution = new CrlDistributionStack(app, $"CrlDistribution-{settings.Name}", new CrlDistributionStackProps
        {
            Env = place,
            Description = "Delivers CRLs from a private bucket to clients inside the network.",
            TerminationProtection = isProtected,
            Settings = settings,
            CrlResponderFolder = crlResponderFolder,
        });
        var authority = new CertificateAuthorityStack(app, $"CertificateAuthority-{settings.Name}", new CertificateAuthorityStackProps
        {
            Env = place,
            Description = "Certificate authority whose CRLs the CRL distribution stack delivers.",
            TerminationProtection = isProtected,
            Settings = settings.CertificateAuthority,
            CrlBucket = distribution.CrlBucket,
            CrlHost = distribution.CrlHost,
            CustomPath = settings.CrlDistribution.CustomPath,
        });
        // The bucket's policy must be there before the CA is, and no reference between the two says so.
        authority.AddDependency(distribution);

        foreach (var (name, value) in settings.Tags)
        {
            Tags.Of(app).Add(name, value);
        }
    }
}

using System.Security.Cryptography.X509Certificates;
using Infra.Local.Hosting;

namespace Infra.Local.Verification.Checks;

/// <summary>A new CA below one that exists.</summary>
/// <param name="aws">Where it is deployed.</param>
/// <param name="parent">ARN of the CA above it, known once the checks before have made it.</param>
/// <param name="synthesize">Makes the templates.</param>
public sealed class SubordinateChecks(LocalAws aws, Func<string> parent, Synthesize synthesize)
{
    public IEnumerable<Check> All() =>
    [
        new("A subordinate CA is issued by its parent, and its certificates chain up to the root", ChainAsync),
    ];

    private async Task<string> ChainAsync(CancellationToken cancellationToken)
    {
        var assembly = await synthesize(
            "local-subordinate",
            new Dictionary<string, string> { ["parentCertificateAuthorityArn"] = parent() },
            cancellationToken);
        await AssemblyDeployment.DeployAsync(aws, assembly, progress: null, cancellationToken);
        using var site = new Site(aws, assembly);
        using var leaf = await site.IssueLeafAsync("Below a subordinate");
        using var subordinate = await site.CaCertificateAsync();
        using var root = await site.CertificateOfAsync(parent());
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.Add(subordinate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = aws.Clock.GetUtcNow().UtcDateTime;
        Expect.True(chain.Build(leaf), string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
        Expect.Equal(200, (await site.Client.GetAsync(site.CaCrlPath)).Status, "status of its CRL");
        return string.Join(" <- ", chain.ChainElements.Select(element => element.Certificate.Subject));
    }
}

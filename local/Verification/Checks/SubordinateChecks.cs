using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.Hosting;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification.Checks;

/// <summary>A new CA below one that exists.</summary>
/// <param name="aws">Where it is deployed.</param>
/// <param name="administrator">Who deletes and restores CAs.</param>
/// <param name="parent">ARN of the CA above it, known once the checks before have made it.</param>
/// <param name="synthesize">Makes the templates.</param>
public sealed class SubordinateChecks(LocalAws aws, AdministratorClient administrator, Func<string> parent, Synthesize synthesize)
{
    private string _arn = "";

    public IEnumerable<Check> All() =>
    [
        new("A subordinate CA is issued by its parent, and its certificates chain up to the root", ChainAsync),
        new("Its parent is deleted: that is notified with what to do, and the CA is looked after all the same", LostParentAsync),
    ];

    private async Task<string> ChainAsync(CancellationToken cancellationToken)
    {
        var assembly = await synthesize(
            "local-subordinate",
            new Dictionary<string, string> { ["parentCertificateAuthorityArn"] = parent() },
            cancellationToken);
        await AssemblyDeployment.DeployAsync(aws, assembly, progress: null, cancellationToken);
        using var site = new Site(aws, assembly);
        _arn = site.CaArn;
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

    private async Task<string> LostParentAsync(CancellationToken cancellationToken)
    {
        var functions = new ScheduledFunctions(aws, administrator);
        var before = Messages().Count;
        await ParentAsync("UpdateCertificateAuthority", ("Status", "DISABLED"));
        await ParentAsync("DeleteCertificateAuthority", ("PermanentDeletionTimeInDays", 7));
        var run = await functions.RunAuthorityAsync(_arn);
        var again = await functions.RunAuthorityAsync(_arn);
        var status = await functions.AskAuthorityAsync(_arn, "status");
        await ParentAsync("RestoreCertificateAuthority");
        await ParentAsync("UpdateCertificateAuthority", ("Status", "ACTIVE"));
        Expect.True(run["error"] is null && again["error"] is null, $"the run succeeds: {run.ToJsonString()}");
        Expect.True(((string?)run["text"])!.Contains("is valid until", StringComparison.Ordinal), $"{run["text"]}");
        Expect.True(((string?)status["text"])!.Contains("is DELETED", StringComparison.Ordinal), $"{status["text"]}");
        Expect.Equal(before + 1, Messages().Count, "notifications of two runs");
        var message = Messages()[^1];
        Expect.True(
            message.Contains("restore-certificate-authority", StringComparison.Ordinal)
                && message.Contains($"until {aws.Clock.GetUtcNow().AddDays(7).UtcDateTime:yyyy-MM-dd}", StringComparison.Ordinal),
            message);
        await functions.RunAuthorityAsync(_arn);
        Expect.Equal(before + 1, Messages().Count, "notifications once it is restored");
        return (string?)run["text"] ?? "";
    }

    private Task<JsonObject> ParentAsync(string action, params (string Name, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["CertificateAuthorityArn"] = parent() };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return administrator.PrivateCaAsync(action, request);
    }

    /// <summary>This environment has no topic, so that the function writes notifications to its log.</summary>
    private List<string> Messages() =>
    [
        .. aws.Functions.All
            .Single(function => function.Configuration.Environment.GetValueOrDefault("TRUST_MANAGER_FUNCTION") == "CaRenewal"
                && function.Configuration.Environment.GetValueOrDefault("CA_ARN") == _arn)
            .Log.Lines.Select(line => line.Text)
            .Where(line => line.Contains("\"outcome\":\"Message\"", StringComparison.Ordinal)
                && line.Contains($"The CA above {_arn}", StringComparison.Ordinal)),
    ];
}

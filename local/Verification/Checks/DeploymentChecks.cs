using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using Infra.Local.Hosting;

namespace Infra.Local.Verification.Checks;

/// <summary>Deploying, again, in vain, and away.</summary>
public sealed class DeploymentChecks(Site site, CloudAssembly assembly)
{
    public IEnumerable<Check> First() =>
    [
        new("Every stack of the synthesized assembly is deployed", DeployedAsync),
    ];

    public IEnumerable<Check> Last() =>
    [
        new("A second deployment changes nothing", UnchangedAsync),
        new("An update that fails is rolled back, and CRLs are served on", RolledBackAsync),
        new("Deleting the stacks leaves the CA and its CRLs, which issued certificates depend on", DeletedAsync),
    ];

    private Task<string> DeployedAsync(CancellationToken cancellationToken)
    {
        var stacks = site.Stacks;
        foreach (var stack in stacks)
        {
            Expect.Equal(StackStatus.CreateComplete, stack.Status, stack.Name);
        }

        Expect.Equal(assembly.Stacks.Count, stacks.Count, "stacks");
        return Task.FromResult(string.Join(", ", stacks.Select(stack => $"{stack.Name}: {stack.Resources.Count} resources")));
    }

    private async Task<string> UnchangedAsync(CancellationToken cancellationToken)
    {
        var results = await AssemblyDeployment.DeployAsync(site.Aws, assembly, progress: null, cancellationToken);
        foreach (var result in results)
        {
            Expect.Equal(StackOutcome.Unchanged, result.Outcome, $"{result.StackName} ({string.Join(", ", result.Changes)})");
        }

        return $"{results.Count} stacks unchanged";
    }

    private async Task<string> RolledBackAsync(CancellationToken cancellationToken)
    {
        var changed = Templates.Change(assembly.StackOf("CrlDistribution"), "AWS::Lambda::Function", properties => properties["Timeout"] = 29);
        var before = site.Aws.Functions.Get(site.Responder).Configuration;
        site.Aws.Faults.Add(new Fault("cloudformation", "Update AWS::Lambda::Function", FaultKind.InternalError) { Times = 1 });
        var result = await site.Aws.CloudFormation.DeployAsync(changed, cancellationToken: cancellationToken);
        site.Aws.Faults.Clear();
        Expect.Equal(StackOutcome.RolledBack, result.Outcome, "outcome");
        Expect.Equal(before.Timeout, site.Aws.Functions.Get(site.Responder).Configuration.Timeout, "timeout of the function");
        Expect.Equal(200, (await site.Client.GetAsync(site.CaCrlPath)).Status, "status of the CRL");
        return $"{result.Stack!.Status}: {result.Reason}";
    }

    private async Task<string> DeletedAsync(CancellationToken cancellationToken)
    {
        foreach (var stack in assembly.Stacks.Reverse())
        {
            var result = await site.Aws.CloudFormation.DeleteAsync(stack.Name, cancellationToken: cancellationToken);
            Expect.Equal(StackOutcome.Deleted, result.Outcome, $"{stack.Name} ({result.Reason})");
        }

        var crl = await site.Administrator.GetObjectAsync(site.Bucket, site.CaCrlPath[1..]);
        using var root = await site.CaCertificateAsync();
        Expect.True(Clients.CrlSignature.Verifies(crl, root), "the CRL is still in the bucket, and still the CA's");
        var authority = await site.Administrator.PrivateCaAsync(
            "DescribeCertificateAuthority", new JsonObject { ["CertificateAuthorityArn"] = site.CaArn });
        Expect.Equal("ACTIVE", (string?)authority["CertificateAuthority"]!["Status"], "status of the CA");
        return "function, load balancer and roles are gone; bucket, CRL and CA stay";
    }
}

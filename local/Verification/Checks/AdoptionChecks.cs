using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using Infra.Local.Hosting;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification.Checks;

/// <summary>A CA that exists is made to publish here, and is given back as it was.</summary>
public sealed class AdoptionChecks(LocalAws aws, AdministratorClient administrator, Synthesize synthesize)
{
    private const string Resource = "Custom::CaRevocation";

    private const string FirstCrl = "Custom::FirstCrl";

    /// <summary>Below the folder of complete CRLs, which every role may use that synthesis made without a custom path.</summary>
    private const string Partitions = "crl/partitions";

    private string _arn = "";
    private string _other = "";
    private JsonObject _before = [];
    private CloudAssembly? _assembly;
    private CloudAssembly? _another;

    public IEnumerable<Check> All() =>
    [
        new("An existing CA is adopted: it publishes here under our name, and its OCSP settings stay", AdoptAsync),
        new("Its first CRL is there without anybody issuing a certificate", FirstCrlAsync),
        new("A second stack that names the CA is refused with the first one's name, and nothing changes", SecondStackAsync),
        new("Its CRL settings are updated in place", UpdateAsync),
        new("An update that Private CA refuses is rolled back to exactly the settings before", RollBackAsync),
        new("Partitioned, a certificate's CRL is served under the URL that the certificate and the CRL name", PartitionedAsync),
        new("Another CA is refused while the one before is not listed as a former CA, and nothing changes", AnotherAsync),
        .. new SubordinateChecks(aws, administrator, () => _arn, synthesize).All(),
        new("Deleting the stack restores the settings before adoption", DeleteAsync),
        new("Deleting the stack after a change by hand leaves the CA as the hand left it", DeleteAfterChangeAsync),
        new("Deleting the stack of a CA whose earlier bucket is gone leaves the CA publishing here", DeleteWithoutBucketAsync),
    ];

    private ExistingAuthority Authority => new(aws.Account, administrator);

    private AssemblyStack AuthorityStack => _assembly!.Stacks[^1];

    private async Task<string> AdoptAsync(CancellationToken cancellationToken)
    {
        _arn = await Authority.CreateAsync();
        _before = (JsonObject)(await Authority.RevocationAsync(_arn)).DeepClone();
        _assembly = await synthesize(
            "local-existing", new Dictionary<string, string> { ["certificateAuthorityArn"] = _arn }, cancellationToken);
        await AssemblyDeployment.DeployAsync(aws, _assembly, progress: null, cancellationToken);
        using var site = new Site(aws, _assembly);
        var now = await Authority.RevocationAsync(_arn);
        Expect.Equal(site.Bucket, (string?)now["CrlConfiguration"]!["S3BucketName"], "bucket");
        Expect.Equal(site.LoadBalancer.Authority, (string?)now["CrlConfiguration"]!["CustomCname"], "CustomCname");
        Expect.True(JsonNode.DeepEquals(_before["OcspConfiguration"], now["OcspConfiguration"]), "the OCSP settings are those before");
        Expect.Equal("none", StackOutputs.Of(site.Stacks, "FirstCrlWarning"), "warning about the first CRL");
        return StackOutputs.Of(site.Stacks, "Warning");
    }

    private async Task<string> FirstCrlAsync(CancellationToken cancellationToken)
    {
        using var site = new Site(aws, _assembly!);
        var answer = await site.Client.GetAsync(site.CaCrlPath);
        using var root = await site.CaCertificateAsync();
        Expect.Equal(200, answer.Status, "status");
        Expect.True(CrlSignature.Verifies(answer.Body, root), "the CA signed it");
        return $"{site.CaCrlPath}, {answer.Body.Length} bytes";
    }

    private async Task<string> SecondStackAsync(CancellationToken cancellationToken)
    {
        var before = await Authority.RevocationAsync(_arn);
        var second = AuthorityStack with { Name = "CertificateAuthority-second" };
        var reason = await DeployAsync(second, StackOutcome.RolledBack, cancellationToken);
        Expect.True(
            reason.Contains($"stack {AuthorityStack.Name} (environment local-existing)", StringComparison.Ordinal), reason);
        Expect.True(JsonNode.DeepEquals(before, await Authority.RevocationAsync(_arn)), "the settings are the first stack's");
        return reason;
    }

    private async Task<string> UpdateAsync(CancellationToken cancellationToken)
    {
        await DeployWithAsync(properties => properties["ExpirationInDays"] = 5, StackOutcome.Updated, cancellationToken);
        await ExpectExpirationAsync(5);
        return "ExpirationInDays 7, then 5";
    }

    private async Task<string> RollBackAsync(CancellationToken cancellationToken)
    {
        var before = await Authority.RevocationAsync(_arn);
        aws.Faults.Add(new Fault("acm-pca", "UpdateCertificateAuthority", FaultKind.Error) { ErrorCode = "InvalidPolicyException", Times = 1 });
        var reason = await DeployWithAsync(properties => properties["ExpirationInDays"] = 4, StackOutcome.RolledBack, cancellationToken);
        aws.Faults.Clear();
        Expect.True(JsonNode.DeepEquals(before, await Authority.RevocationAsync(_arn)), "the settings are those before the update");
        return reason;
    }

    private async Task<string> PartitionedAsync(CancellationToken cancellationToken)
    {
        await DeployAsync(
            Templates.Change(
                Templates.Change(Templates.Change(AuthorityStack, Resource, IntoPartitions), FirstCrl, IntoPartitions),
                "AWS::IAM::Role",
                MayReadPartitions),
            StackOutcome.Updated,
            cancellationToken);
        using var site = new Site(aws, _assembly!);
        var first = await site.Client.GetAsync(site.CaCrlPath);
        Expect.Equal((200, "none"), (first.Status, StackOutputs.Of(site.Stacks, "FirstCrlWarning")), $"{site.CaCrlPath} and warning");
        Expect.True(site.CaCrlPath.StartsWith("/crl/partitions/", StringComparison.Ordinal), site.CaCrlPath);
        using var leaf = await site.IssueLeafAsync("Partitioned");
        var url = DistributionPoint.Of(leaf);
        var answer = await site.Client.GetAsync(url.AbsolutePath);
        using var root = await site.CaCertificateAsync();
        Expect.Equal(200, answer.Status, $"status of {url}");
        Expect.True(CrlSignature.Verifies(answer.Body, root), "the CA signed it");
        Expect.Equal(url, DistributionPoint.Issuing(answer.Body), "distribution point in the CRL");
        await DeployWithAsync(_ => { }, StackOutcome.Updated, cancellationToken);
        return url.ToString();
    }

    private async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        await DeleteStackAsync(cancellationToken);
        var now = await Authority.RevocationAsync(_arn);
        Expect.True(JsonNode.DeepEquals(_before, now), $"{now.ToJsonString()} is {_before.ToJsonString()}");
        Expect.Equal(0, (await Authority.TagsAsync(_arn)).Count, "tags of the CA");
        return now.ToJsonString();
    }

    private async Task<string> DeleteAfterChangeAsync(CancellationToken cancellationToken)
    {
        await DeployWithAsync(_ => { }, StackOutcome.Created, cancellationToken);
        await Authority.SetExpirationAsync(_arn, 30);
        await DeleteStackAsync(cancellationToken);
        await ExpectExpirationAsync(30);
        return "ExpirationInDays 30, set by hand, stays";
    }

    private async Task<string> AnotherAsync(CancellationToken cancellationToken)
    {
        _other = await Authority.CreateAnotherAsync();
        _another = await synthesize(
            "local-existing", new Dictionary<string, string> { ["certificateAuthorityArn"] = _other }, cancellationToken);
        var (before, other) = (await Authority.RevocationAsync(_arn), await Authority.RevocationAsync(_other));
        var reason = await DeployAsync(_another.Stacks[^1], StackOutcome.RolledBack, cancellationToken);
        Expect.True(
            reason.Contains($"{{ \"arn\": \"{_arn}\"", StringComparison.Ordinal)
                && reason.Contains("formerCertificateAuthorities", StringComparison.Ordinal),
            reason);
        Expect.True(JsonNode.DeepEquals(before, await Authority.RevocationAsync(_arn)), "the settings of the CA before");
        Expect.True(JsonNode.DeepEquals(other, await Authority.RevocationAsync(_other)), "the settings of the other CA");
        return reason;
    }

    private async Task<string> DeleteWithoutBucketAsync(CancellationToken cancellationToken)
    {
        await DeployAsync(_another!.Stacks[^1], StackOutcome.Created, cancellationToken);
        var before = await Authority.RevocationAsync(_other);
        await Authority.DeleteBucketAsync(_arn, _other);
        await DeleteStackAsync(cancellationToken);
        Expect.True(JsonNode.DeepEquals(before, await Authority.RevocationAsync(_other)), "it publishes here as before");
        Expect.Equal(1, (await Authority.TagsAsync(_other)).Count, "tags of the CA");
        return before["CrlConfiguration"]!.ToJsonString();
    }

    /// <summary>Deploys the CA stack with changed settings; gives the reason when that fails as it should.</summary>
    private Task<string> DeployWithAsync(Action<JsonObject> change, StackOutcome expected, CancellationToken cancellationToken) =>
        DeployAsync(Templates.Change(AuthorityStack, Resource, change), expected, cancellationToken);

    private async Task<string> DeployAsync(AssemblyStack stack, StackOutcome expected, CancellationToken cancellationToken)
    {
        var result = await aws.CloudFormation.DeployAsync(stack, cancellationToken: cancellationToken);
        Expect.Equal(expected, result.Outcome, $"outcome ({result.Reason})");
        return result.Reason ?? "";
    }

    private static void IntoPartitions(JsonObject properties) =>
        (properties["CrlType"], properties["CustomPath"]) = ("PARTITIONED", Partitions);

    /// <summary>As synthesis does with <c>crlDistribution.customPath</c>: the folder instead of the one complete CRL.</summary>
    private void MayReadPartitions(JsonObject role)
    {
        var complete = $"crl/{_arn[(_arn.LastIndexOf('/') + 1)..]}.crl";
        foreach (var policy in role["Policies"]!.AsArray().Where(policy => (string?)policy!["PolicyName"] == "ReadCrl"))
        {
            policy!["PolicyDocument"] = JsonNode.Parse(policy["PolicyDocument"]!.ToJsonString()
                .Replace(complete, $"{Partitions}/*", StringComparison.Ordinal)
                .Replace("StringEquals", "StringLike", StringComparison.Ordinal));
        }
    }

    private async Task DeleteStackAsync(CancellationToken cancellationToken)
    {
        var result = await aws.CloudFormation.DeleteAsync(AuthorityStack.Name, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Deleted, result.Outcome, $"outcome ({result.Reason})");
    }

    private async Task ExpectExpirationAsync(int days) =>
        Expect.Equal(days, (int?)(await Authority.RevocationAsync(_arn))["CrlConfiguration"]!["ExpirationInDays"], "ExpirationInDays");
}

using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Resources.Cdk;
using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Iam;
using Infra.Local.Iam.Resources;
using Infra.Local.Iam.Roles;
using Infra.Local.Tests.Iam;

namespace Infra.Local.Tests.CloudFormation;

public sealed class CloudAssemblyTests : IDisposable
{
    private readonly CdkOutput _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Stacks_come_after_those_that_they_depend_on()
    {
        var assembly = CloudAssembly.Load(_output.Root.FullName);

        Assert.Equal(["CrlDistribution-local", "Authority"], assembly.Stacks.Select(stack => stack.Name));
        Assert.All(assembly.Stacks, stack => Assert.Equal(("111122223333", "us-gov-west-1"), (stack.AccountId, stack.Region)));
    }

    [Fact]
    public void The_code_of_a_function_is_a_directory_by_its_object_key()
    {
        var assembly = CloudAssembly.Load(_output.Root.FullName);

        Assert.Equal([KeyValuePair.Create(CdkOutput.ObjectKey, _output.Asset)], assembly.Stacks[0].AssetDirectories);
        Assert.Empty(assembly.Stacks[1].AssetDirectories);
    }

    [Fact]
    public void A_missing_asset_says_what_to_do()
    {
        Directory.Delete(_output.Asset);

        var error = Assert.Throws<InvalidDataException>(() => CloudAssembly.Load(_output.Root.FullName));

        Assert.Contains("run cdk synth again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_without_a_manifest_says_what_to_do()
    {
        var error = Assert.Throws<InvalidDataException>(() => CloudAssembly.Load(Path.Combine(_output.Root.FullName, "nothing")));

        Assert.Contains("run cdk synth first", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "missing": [{ "key": "vpc-provider:x" }], "artifacts": {} }""", "vpc-provider:x")]
    [InlineData("""{ "artifacts": { "Stage": { "type": "cdk:cloud-assembly" } } }""", "nested assembly")]
    [InlineData("""{ "artifacts": { "S": { "type": "aws:cloudformation:stack", "environment": "here", "properties": { "templateFile": "Authority.template.json" } } } }""", "aws://account/region")]
    public void An_assembly_that_cannot_be_deployed_is_refused(string manifest, string problem)
    {
        _output.Write("manifest.json", manifest);

        var error = Assert.Throws<InvalidDataException>(() => CloudAssembly.Load(_output.Root.FullName));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_cdk_writes_is_deployed_and_its_permissions_count()
    {
        var identities = new IdentityStore(Some.Account, new FixedTime(Some.Now));
        var logGroups = new LogGroups();
        var world = new FakeWorld();
        using var engine = Some.Engine(
            world,
            null,
            new RoleResource(identities, Some.Account),
            new PolicyResource(identities),
            new LogGroupResource(logGroups, Some.Account),
            new MetadataResource());

        foreach (var stack in CloudAssembly.Load(_output.Root.FullName).Stacks)
        {
            Assert.Equal(StackOutcome.Created, (await engine.DeployAsync(stack)).Outcome);
            Assert.Equal(StackOutcome.Unchanged, (await engine.DeployAsync(stack)).Outcome);
        }

        var role = identities.PrincipalFor(identities.CredentialsFor(identities.Roles.Single().Arn, "lambda.amazonaws.com", "function").AccessKeyId);
        var control = new AccessControl(identities, Some.Account, new FixedTime(Some.Now));
        control.Demand(new AccessRequest(role, "s3:GetObject", "arn:aws-us-gov:s3:::the-bucket/crl/a.crl"));
        control.Demand(new AccessRequest(role, "logs:PutLogEvents", "arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:x:*"));
        Assert.Throws<Infra.Local.Endpoint.AwsException>(
            () => control.Demand(new AccessRequest(role, "s3:GetObject", "arn:aws-us-gov:s3:::the-bucket/other/a.crl")));
        Assert.True(logGroups.Exists(engine.Stacks[0].Find("CrlResponderLogs727C0298")!.PhysicalId));
        Assert.Equal(["CrlResponderLogs727C0298 (AWS::Logs::LogGroup): RetentionInDays"], engine.Stacks[0].NotEmulated);
        Assert.StartsWith("http://x/crl/Authority-", engine.Stacks[1].Outputs.Single().Value, StringComparison.Ordinal);

        await engine.DeleteAsync("Authority");
        await engine.DeleteAsync("CrlDistribution-local");
        Assert.Empty(identities.Roles);
    }
}

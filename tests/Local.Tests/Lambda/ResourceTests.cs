using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda.Resources;

namespace Infra.Local.Tests.Lambda;

public sealed class ResourceTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LambdaRig _rig = new();
    private readonly ResourceContext _context = new(
        "Crl", "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/Crl/1", "Responder",
        new Dictionary<string, string> { ["abc.zip"] = Some.FunctionDirectory });

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_function_of_a_template_runs_with_what_the_template_says()
    {
        var resource = new FunctionResource(_rig.Functions, _rig.Host);

        var deployed = await resource.CreateAsync(_context, Template(), default);

        var configuration = _rig.Functions.Get(deployed.PhysicalId).Configuration;
        Assert.StartsWith("Crl-Responder-", deployed.PhysicalId, StringComparison.Ordinal);
        Assert.Equal(configuration.Arn, (string?)deployed.Attributes["Arn"]);
        Assert.Equal(TimeSpan.FromSeconds(10), configuration.Timeout);
        Assert.Equal("crls", configuration.Environment["CRL_BUCKET"]);
        Assert.Equal("responder-log", configuration.LogGroup);
        Assert.Equal(5, configuration.ReservedConcurrency);
        Assert.Equal(Some.FunctionDirectory, configuration.TaskRoot);
    }

    [Fact]
    public async Task An_update_keeps_the_function_and_its_policy()
    {
        var resource = new FunctionResource(_rig.Functions, _rig.Host);
        var deployed = await resource.CreateAsync(_context, Template(), default);
        var (after, arn) = (Template(), (string)deployed.Attributes["Arn"]!);
        await new PermissionResource(_rig.Functions).CreateAsync(_context, Permission(arn), default);
        after["Timeout"] = "20";

        var updated = await resource.UpdateAsync(_context, deployed, Template(), after, default);

        Assert.Equal(deployed.PhysicalId, updated.PhysicalId);
        Assert.Equal(TimeSpan.FromSeconds(20), _rig.Functions.Get(arn).Configuration.Timeout);
        Assert.NotNull(_rig.Functions.Get(arn).Policy.ToJson());
    }

    [Fact]
    public async Task A_function_is_deleted_and_deleting_it_again_succeeds()
    {
        var resource = new FunctionResource(_rig.Functions, _rig.Host);
        var deployed = await resource.CreateAsync(_context, Template(), default);

        await resource.DeleteAsync(_context, deployed, Template(), default);
        await resource.DeleteAsync(_context, deployed, Template(), default);

        Assert.Empty(_rig.Functions.All);
    }

    [Fact]
    public void What_is_not_emulated_is_named()
    {
        var template = Template();
        template["VpcConfig"] = new JsonObject { ["SubnetIds"] = new JsonArray("subnet-1") };
        template["TracingConfig"] = new JsonObject { ["Mode"] = "Active" };
        template["LoggingConfig"]!["LogFormat"] = "JSON";

        var named = new FunctionResource(_rig.Functions, _rig.Host).NotEmulated(template);

        Assert.Equal(["LoggingConfig.LogFormat", "TracingConfig", "VpcConfig"], named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Code_that_is_no_asset_is_refused()
    {
        var template = Template();
        template["Code"] = new JsonObject { ["ZipFile"] = "exports.handler = 1" };

        var error = await Assert.ThrowsAsync<AwsException>(
            () => new FunctionResource(_rig.Functions, _rig.Host).CreateAsync(_context, template, default));

        Assert.Contains("Code.FromAsset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_counts_until_it_is_deleted()
    {
        var resource = new PermissionResource(_rig.Functions);
        var function = _rig.Deploy().Configuration;
        var service = new Principal.Service(
            "elasticloadbalancing.amazonaws.com",
            "arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:targetgroup/crl/1",
            "111122223333");

        var deployed = await resource.CreateAsync(_context, Permission(function.Arn), default);
        _rig.Functions.DemandInvoke(function.Arn, service);
        await resource.DeleteAsync(_context, deployed, Permission(function.Arn), default);

        Assert.Throws<AwsException>(() => _rig.Functions.DemandInvoke(function.Arn, service));
    }

    private static JsonObject Template() => JsonNode.Parse("""
        {
          "Architectures": ["x86_64"],
          "Code": { "S3Bucket": "cdk-assets", "S3Key": "abc.zip" },
          "Environment": { "Variables": { "CRL_BUCKET": "crls", "MAX_AGE_SECONDS": 60 } },
          "Handler": "Local.Tests.Function",
          "LoggingConfig": { "LogGroup": "responder-log" },
          "MemorySize": 512,
          "ReservedConcurrentExecutions": 5,
          "Role": "arn:aws-us-gov:iam::111122223333:role/responder",
          "Runtime": "dotnet10",
          "Timeout": 10
        }
        """)!.AsObject();

    private static JsonObject Permission(string function) => new()
    {
        ["Action"] = "lambda:InvokeFunction",
        ["FunctionName"] = function,
        ["Principal"] = "elasticloadbalancing.amazonaws.com",
        ["SourceAccount"] = "111122223333",
        ["SourceArn"] = "arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:targetgroup/crl/*",
    };
}

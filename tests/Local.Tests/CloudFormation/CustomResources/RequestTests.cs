using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Iam;
using static Infra.Local.Tests.CloudFormation.CustomResources.CustomResourceRig;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

public sealed class RequestTests
{
    [Fact]
    public async Task Every_scalar_reaches_the_function_as_a_string_and_lists_and_maps_keep_their_shape()
    {
        await using var rig = await StartAsync();

        await rig.DeployOneAsync("""
            "Enabled": true, "Days": 7, "Ratio": 0.5, "Name": "crl", "List": [1, false, { "Deep": 2 }], "Map": { "On": true, "Empty": {} }
            """);

        var expected = JsonNode.Parse($$"""
            {
                "ServiceToken": "{{Token}}", "ServiceTimeout": "30", "Enabled": "true", "Days": "7", "Ratio": "0.5", "Name": "crl",
                "List": ["1", "false", { "Deep": "2" }], "Map": { "On": "true", "Empty": {} }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, rig.Functions.Events[0]["ResourceProperties"]), rig.Functions.Events[0].ToJsonString());
    }

    [Fact]
    public async Task A_creation_names_stack_resource_type_and_request_and_no_physical_id()
    {
        await using var rig = await StartAsync();

        var result = await rig.DeployOneAsync();

        var sent = rig.Functions.Events.Single();
        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.Equal("Create", sent["RequestType"]!.ToString());
        Assert.Equal("Custom::CaRevocation", sent["ResourceType"]!.ToString());
        Assert.Equal("Settings", sent["LogicalResourceId"]!.ToString());
        Assert.Equal(result.Stack!.Id, sent["StackId"]!.ToString());
        Assert.True(Guid.TryParse(sent["RequestId"]!.ToString(), out _));
        Assert.StartsWith("/cloudformation-custom-resource-response-usgovwest1/", new Uri(sent["ResponseURL"]!.ToString()).AbsolutePath, StringComparison.Ordinal);
        Assert.False(sent.ContainsKey("PhysicalResourceId"));
        Assert.False(sent.ContainsKey("OldResourceProperties"));
        Assert.IsType<Principal.Administrator>(rig.Functions.LastCaller);
    }

    [Fact]
    public async Task An_update_brings_old_and_new_properties_and_the_physical_id()
    {
        await using var rig = await StartAsync();
        await rig.DeployOneAsync(""" "Days": 7 """);

        var result = await rig.DeployOneAsync(""" "Days": 3 """);

        var sent = rig.Functions.Events[1];
        Assert.Equal(StackOutcome.Updated, result.Outcome);
        Assert.Equal(["Create", "Update"], rig.Functions.RequestTypes);
        Assert.Equal(("7", "3"), (sent["OldResourceProperties"]!["Days"]!.ToString(), sent["ResourceProperties"]!["Days"]!.ToString()));
        Assert.Equal("ca/crl", sent["PhysicalResourceId"]!.ToString());
    }

    [Fact]
    public async Task A_deletion_brings_the_physical_id_and_the_last_properties()
    {
        await using var rig = await StartAsync();
        await rig.DeployOneAsync(""" "Days": 7 """);

        var result = await rig.Engine.DeleteAsync("Trust");

        Assert.Equal(StackOutcome.Deleted, result.Outcome);
        Assert.Equal("Delete", rig.Functions.Events[1]["RequestType"]!.ToString());
        Assert.Equal("ca/crl", rig.Functions.Events[1]["PhysicalResourceId"]!.ToString());
        Assert.Equal("7", rig.Functions.Events[1]["ResourceProperties"]!["Days"]!.ToString());
    }

    [Fact]
    public async Task Attributes_come_from_the_data_of_the_answer()
    {
        await using var rig = await StartAsync();
        rig.Answering(answer => answer["Data"] = new JsonObject { ["CrlUrl"] = "http://crl.corp.example.mil/crl/1.crl" });

        var result = await rig.DeployAsync(
            One(), """{ "Url": { "Value": { "Fn::GetAtt": ["Settings", "CrlUrl"] } }, "Id": { "Value": { "Ref": "Settings" } } }""");

        Assert.Equal(["http://crl.corp.example.mil/crl/1.crl", "ca/crl"], result.Stack!.Outputs.Select(output => output.Value));
    }

    [Fact]
    public async Task The_plain_type_is_a_custom_resource_too()
    {
        await using var rig = await StartAsync();

        await rig.DeployAsync($$"""{ "One": { "Type": "AWS::CloudFormation::CustomResource", "Properties": { "ServiceToken": "{{Token}}" } } }""");

        Assert.Equal("AWS::CloudFormation::CustomResource", rig.Functions.Events.Single()["ResourceType"]!.ToString());
    }

    [Theory]
    [InlineData("0", "1 to 3600")]
    [InlineData("3601", "1 to 3600")]
    [InlineData("soon", "1 to 3600")]
    public async Task A_timeout_outside_its_limits_fails_before_the_function_is_asked(string timeout, string says)
    {
        await using var rig = await StartAsync();

        var result = await rig.DeployOneAsync(timeout: timeout);

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Contains(says, result.Reason, StringComparison.Ordinal);
        Assert.Empty(rig.Functions.Events);
    }
}

using Infra.Local.CloudFormation.Templates;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.CloudFormation;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("""{ "Resources": {} }""", "a template needs at least one resource")]
    [InlineData("""{ "Resources": { "A": { "Type": "T" } }, "Transform": "AWS::Serverless-2016-10-31" }""", "Transform: this section is not emulated")]
    [InlineData("""{ "Resources": { "A": { "Properties": {} } } }""", "Resources.A: it has no Type")]
    [InlineData("""{ "Resources": { "A-1": { "Type": "T" } } }""", "only letters and digits")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "Property": {} } } }""", "unknown attribute 'Property'")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "DependsOn": "B" } } }""", "there is no resource 'B'")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "Condition": "B" } } }""", "there is no condition 'B'")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "DeletionPolicy": "Snapshot" } } }""", "'Snapshot' is not emulated")]
    [InlineData("""{ "Resources": { "A": { "Type": "T" } }, "Outputs": { "O": { "Value": { "Ref": "B" } } } }""", "Outputs.O.Value.Ref: there is no")]
    [InlineData("""{ "Resources": { "A": { "Type": "T" } }, "Conditions": { "C": { "Fn::Equals": [{ "Ref": "A" }, ""] } } }""", "there is no parameter or resource 'A'")]
    public void A_template_that_cannot_be_deployed_is_refused(string template, string problem)
    {
        var error = Assert.Throws<AwsException>(() => Template.Read(Some.Json(template)));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var error = Assert.Throws<AwsException>(() => Template.Read(Some.Json("""
            { "Resources": { "A": { "Type": "T", "DependsOn": ["B"], "Properties": { "X": { "Ref": "C" }, "Y": { "Fn::Cidr": [] } } } } }
            """)));

        Assert.Contains("'B'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'C'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Fn::Cidr", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Type\": \"String\"", null, "a value must be given")]
    [InlineData("\"Type\": \"String\", \"AllowedValues\": [\"a\"]", "b", "'b' is not one of a")]
    [InlineData("\"Type\": \"String\", \"AllowedPattern\": \"a+\"", "ab", "'ab' does not match a+")]
    [InlineData("\"Type\": \"String\", \"MinLength\": 2", "a", "has 1 characters")]
    [InlineData("\"Type\": \"String\", \"MaxLength\": 1", "ab", "has 2 characters")]
    [InlineData("\"Type\": \"Number\"", "x", "'x' is not a number")]
    [InlineData("\"Type\": \"Number\", \"MinValue\": 1, \"MaxValue\": 5000", "0", "0 is not from 1 to 5000")]
    [InlineData("\"Type\": \"AWS::SSM::Parameter::Value<String>\"", "/nothing", "there is no SSM parameter '/nothing'")]
    public async Task A_parameter_outside_of_its_limits_is_refused(string parameter, string? value, string problem)
    {
        using var engine = Some.Engine(new FakeWorld());
        var stack = Some.Stack("""{ "A": { "Type": "Test::A" } }""", $$""" "Parameters": { "P": { {{parameter}} } } """);
        stack = value is null ? stack : stack with { Parameters = new Dictionary<string, string> { ["P"] = value } };

        var error = await Assert.ThrowsAsync<AwsException>(() => engine.DeployAsync(stack));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", false)]
    [InlineData("6", true)]
    public async Task A_rule_that_does_not_hold_stops_the_deployment(string version, bool deploys)
    {
        var world = new FakeWorld();
        using var engine = Some.Engine(world);
        var stack = Some.Stack("""{ "A": { "Type": "Test::A" } }""", """
            "Parameters": { "Version": { "Type": "String" } },
            "Rules": { "CheckVersion": { "Assertions": [{
              "Assert": { "Fn::Not": [{ "Fn::Contains": [["1", "2", "3", "4", "5"], { "Ref": "Version" }] }] },
              "AssertDescription": "Version 6 is needed." }] } }
            """) with
        { Parameters = new Dictionary<string, string> { ["Version"] = version } };

        var error = await Record.ExceptionAsync(() => engine.DeployAsync(stack));

        Assert.Equal(deploys, error is null);
        Assert.Equal(deploys ? 1 : 0, world.Existing.Count);
    }

    [Fact]
    public void Resources_come_after_what_they_depend_on_and_else_in_template_order()
    {
        var dependencies = new Dictionary<string, string[]> { ["A"] = ["C"], ["B"] = [], ["C"] = ["D"], ["D"] = [] };

        Assert.Equal(["D", "C", "A", "B"], DependencyOrder.Of(dependencies.Keys, name => dependencies[name]));
    }

    [Fact]
    public void A_circle_is_named()
    {
        var dependencies = new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["B"] };

        var error = Assert.Throws<AwsException>(() => DependencyOrder.Of(dependencies.Keys, name => dependencies[name]));

        Assert.Contains("B -> C -> B", error.Message, StringComparison.Ordinal);
    }
}

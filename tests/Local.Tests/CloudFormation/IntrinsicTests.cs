using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Templates;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.CloudFormation;

public sealed class IntrinsicTests
{
    private const string Frame = """
        "Parameters": { "Name": { "Type": "String", "Default": "crl" }, "Subnets": { "Type": "CommaDelimitedList", "Default": "a, b" } },
        "Mappings": { "Sizes": { "us-gov-west-1": { "Memory": 512, "Zones": ["x", "y"] } } },
        "Conditions": {
          "Yes": { "Fn::Equals": [{ "Ref": "Name" }, "crl"] },
          "No": { "Fn::Not": [{ "Condition": "Yes" }] },
          "Both": { "Fn::And": [{ "Condition": "Yes" }, { "Condition": "No" }] },
          "Either": { "Fn::Or": [{ "Condition": "Yes" }, { "Condition": "No" }] }
        }
        """;

    [Theory]
    [InlineData("""{ "Ref": "Name" }""", "\"crl\"")]
    [InlineData("""{ "Ref": "Subnets" }""", """["a","b"]""")]
    [InlineData("""{ "Ref": "Other" }""", "\"other-1\"")]
    [InlineData("""{ "Ref": "AWS::AccountId" }""", "\"111122223333\"")]
    [InlineData("""{ "Ref": "AWS::Region" }""", "\"us-gov-west-1\"")]
    [InlineData("""{ "Ref": "AWS::Partition" }""", "\"aws-us-gov\"")]
    [InlineData("""{ "Ref": "AWS::URLSuffix" }""", "\"amazonaws.com\"")]
    [InlineData("""{ "Ref": "AWS::StackName" }""", "\"Stack\"")]
    [InlineData("""{ "Fn::GetAtt": ["Other", "Arn"] }""", "\"arn:other-1\"")]
    [InlineData("""{ "Fn::GetAtt": "Other.Arn" }""", "\"arn:other-1\"")]
    [InlineData("""{ "Fn::GetAtt": ["Other", "Endpoint.Port"] }""", "80")]
    [InlineData("""{ "Fn::GetAtt": "Other.Endpoint.Port" }""", "80")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Name" }, 7, true]] }""", "\"a-crl-7-true\"")]
    [InlineData("""{ "Fn::Join": [",", { "Ref": "Subnets" }] }""", "\"a,b\"")]
    [InlineData("""{ "Fn::Sub": "${Name}/${Other}/${Other.Arn}/${AWS::Region}/${!Name}/$x" }""", "\"crl/other-1/arn:other-1/us-gov-west-1/${Name}/$x\"")]
    [InlineData("""{ "Fn::Sub": ["${Name}.${Zone}", { "Zone": { "Fn::GetAtt": ["Other", "Arn"] } }] }""", "\"crl.arn:other-1\"")]
    [InlineData("""{ "Fn::Sub": "no variables" }""", "\"no variables\"")]
    [InlineData("""{ "Fn::Select": [1, { "Ref": "Subnets" }] }""", "\"b\"")]
    [InlineData("""{ "Fn::Select": ["1", { "Fn::Split": ["/", "a/b/c"] }] }""", "\"b\"")]
    [InlineData("""{ "Fn::Split": ["/", { "Fn::Sub": "x/${Name}" }] }""", """["x","crl"]""")]
    [InlineData("""{ "Fn::If": ["Yes", "a", "b"] }""", "\"a\"")]
    [InlineData("""{ "Fn::If": ["No", "a", "b"] }""", "\"b\"")]
    [InlineData("""{ "Fn::If": ["Both", "a", "b"] }""", "\"b\"")]
    [InlineData("""{ "Fn::If": ["Either", "a", "b"] }""", "\"a\"")]
    [InlineData("""{ "Fn::FindInMap": ["Sizes", { "Ref": "AWS::Region" }, "Memory"] }""", "512")]
    [InlineData("""{ "Fn::FindInMap": ["Sizes", { "Ref": "AWS::Region" }, "Zones"] }""", """["x","y"]""")]
    [InlineData("""{ "Fn::Base64": { "Fn::Sub": "${Name}" } }""", "\"Y3Js\"")]
    [InlineData("""{ "Fn::ImportValue": { "Fn::Sub": "${Name}-bucket" } }""", "\"the-bucket\"")]
    [InlineData("""[1, { "Ref": "AWS::NoValue" }, 2]""", "[1,2]")]
    [InlineData("""{ "a": { "Ref": "AWS::NoValue" }, "b": { "Fn::If": ["No", 1, { "Ref": "AWS::NoValue" }] }, "c": 3 }""", """{"c":3}""")]
    [InlineData("""{ "Condition": { "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } } } }""", """{"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}""")]
    public void A_function_is_resolved(string expression, string expected)
    {
        var template = Template(expression);

        var properties = template.PropertiesOf(template.Resources.Single(resource => resource.LogicalId == "It"), Existing);

        Assert.Equal(expected, properties["Value"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("""{ "Ref": "Nobody" }""", "Resources.It.Properties.Value.Ref: there is no parameter or resource 'Nobody'")]
    [InlineData("""{ "Fn::GetAtt": ["Nobody", "Arn"] }""", "there is no resource 'Nobody'")]
    [InlineData("""{ "Fn::GetAtt": ["Other", { "Ref": "Name" }] }""", "both plain strings")]
    [InlineData("""{ "Fn::Sub": "${Nobody}" }""", "there is no parameter or resource 'Nobody'")]
    [InlineData("""{ "Fn::Sub": "${Nobody.Arn}" }""", "there is no resource 'Nobody'")]
    [InlineData("""{ "Fn::If": ["Nobody", 1, 2] }""", "there is no condition 'Nobody'")]
    [InlineData("""{ "Fn::If": ["Yes", 1, { "Ref": "Nobody" }] }""", "there is no parameter or resource 'Nobody'")]
    [InlineData("""{ "Fn::FindInMap": ["Nobody", "a", "b"] }""", "there is no mapping 'Nobody'")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/16", 2, 8] }""", "intrinsic function Fn::Cidr is not emulated")]
    [InlineData("""{ "Fn::Equals": ["a", "b"] }""", "intrinsic function Fn::Equals is not emulated here")]
    [InlineData("""{ "Ref": "Name", "Other": 1 }""", "must have no other members")]
    [InlineData("""{ "Fn::Join": ["-"] }""", "a delimiter and a list of strings")]
    [InlineData("""{ "Fn::ImportValue": "nobody" }""", "no export named 'nobody' found")]
    [InlineData("""{ "Fn::Sub": "{{resolve:ssm:/name}}" }""", "dynamic references ({{resolve:…}}) are not emulated")]
    [InlineData("null", "null is not allowed")]
    [InlineData("""{ "Ref": "It" }""", "Circular dependency: It -> It")]
    [InlineData("""{ "Ref": "Absent" }""", "its condition is false")]
    public void A_template_with_a_function_that_leads_nowhere_is_refused(string expression, string problem)
    {
        var error = Assert.Throws<AwsException>(() => Template(expression));

        Assert.Equal("ValidationError", error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Fn::GetAtt": ["Other", "Color"] }""", "attribute 'Color' of 'Other' is not emulated; these are: Arn, Endpoint.Port")]
    [InlineData("""{ "Fn::Select": [2, ["a", "b"]] }""", "cannot select '2' from a list of 2")]
    [InlineData("""{ "Fn::Select": [0, { "Fn::Split": [",", ["a"]] }] }""", "only a string can be split")]
    [InlineData("""{ "Fn::Join": ["", [["a"]]] }""", "a list or an object cannot be joined")]
    [InlineData("""{ "Fn::FindInMap": ["Sizes", "us-east-1", "Memory"] }""", "no value for Sizes / us-east-1 / Memory")]
    [InlineData("""{ "Fn::Join": ["", ["{{", "resolve:ssm:/name}}"]] }""", "dynamic references")]
    public void A_function_without_a_value_is_an_error(string expression, string problem)
    {
        var template = Template(expression);

        var error = Assert.Throws<AwsException>(
            () => template.PropertiesOf(template.Resources.Single(resource => resource.LogicalId == "It"), Existing));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static StackTemplate Template(string expression)
    {
        var read = Infra.Local.CloudFormation.Templates.Template.Read(Some.Json($$"""
            { "Resources": {
                "It": { "Type": "Test::A", "Properties": { "Value": {{expression}} } },
                "Other": { "Type": "Test::B" },
                "Absent": { "Type": "Test::B", "Condition": "No" } },
              {{Frame}} }
            """));
        return new StackTemplate(
            read,
            new Dictionary<string, JsonNode>
            {
                ["Name"] = "crl",
                ["Subnets"] = new JsonArray("a", "b"),
                ["AWS::AccountId"] = "111122223333",
                ["AWS::Partition"] = "aws-us-gov",
                ["AWS::Region"] = "us-gov-west-1",
                ["AWS::StackName"] = "Stack",
                ["AWS::URLSuffix"] = "amazonaws.com",
            },
            export => export == "crl-bucket" ? "the-bucket" : null);
    }

    private static DeployedResource? Existing(string logicalId) => logicalId == "Other"
        ? new DeployedResource("other-1", new Dictionary<string, JsonNode> { ["Arn"] = "arn:other-1", ["Endpoint.Port"] = 80 })
        : null;
}

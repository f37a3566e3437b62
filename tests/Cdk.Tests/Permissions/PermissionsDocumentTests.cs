using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Cdk.Tests.Stacks;

namespace Infra.Cdk.Tests.Permissions;

/// <summary>What <c>docs/permissions.md</c> says is what is deployed.</summary>
[Collection(Synthesis.Collection)]
public sealed partial class PermissionsDocumentTests(Synthesis synthesis)
{
    /// <summary>They do what an event of CloudFormation says.</summary>
    private static readonly string[] CloudFormationOnly = ["CaActivation", "CaRevocation", "DirectoryTrust", "FirstCrl"];

    private static readonly PermissionsDocument Document = PermissionsDocument.Read();

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    public static TheoryData<string, string[]> Policies => new()
    {
        { "Reader", ["CaRead", "DirectoryRead"] },
        { "Writer", ["CaRead", "CaRenewal", "DirectoryRead", "DirectoryReconcile"] },
    };

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_permission_of_a_template_is_in_the_document(string environment)
    {
        var deployed = Templates(environment).SelectMany(TemplatePermissions.Of).Distinct().ToList();

        Assert.NotEmpty(deployed);
        Assert.Empty(deployed.Except(Document.Permissions));
    }

    [Fact]
    public void Every_permission_of_the_document_is_in_a_template()
    {
        var deployed = Some.Environments.Names().SelectMany(Templates).SelectMany(TemplatePermissions.Of);

        Assert.Empty(Document.Permissions.Except(deployed));
    }

    [Fact]
    public void Every_row_has_a_resource_and_a_reason() => Assert.Empty(Document.Incomplete);

    [Theory]
    [MemberData(nameof(Environments))]
    public void Only_actions_that_the_document_lists_are_allowed_on_every_resource(string environment) =>
        Assert.Empty(Templates(environment).SelectMany(TemplatePermissions.OnEveryResource).Except(Document.Unnamed));

    [Fact]
    public void The_document_lists_no_action_whose_resource_is_named() => Assert.Empty(
        Document.Unnamed.Except(
            Some.Environments.Names().SelectMany(Templates).SelectMany(TemplatePermissions.OnEveryResource)));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Lambda_alone_assumes_a_role_and_its_policies_are_its_own(string environment)
    {
        foreach (var template in Templates(environment))
        {
            Assert.DoesNotContain(
                template.ResourceTypes, type => type is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy");
            Assert.All(template.All("AWS::IAM::Role").Select(role => role["Properties"]!), role =>
            {
                var trust = Assert.Single((JsonArray)role["AssumeRolePolicyDocument"]!["Statement"]!)!;
                Assert.Equal("lambda.amazonaws.com", (string?)trust["Principal"]!["Service"]);
                Assert.Null(role["ManagedPolicyArns"]);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_policy_of_a_resource_lets_anything_invoke_a_function_that_cloudformation_invokes(string environment)
    {
        foreach (var template in Templates(environment))
        {
            var invoked = template.All("AWS::Lambda::Permission")
                .Select(permission => (string)permission["Properties"]!["FunctionName"]!["Fn::GetAtt"]![0]!)
                .Select(id => template.Resource(id)["Properties"]!["Environment"]!["Variables"]!)
                .Select(variables => (string?)variables["TRUST_MANAGER_FUNCTION"]);

            Assert.Empty(invoked.Intersect(CloudFormationOnly));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_for_people_invokes_its_functions_and_does_nothing_else(string section, string[] functions)
    {
        var statements = Statements(section);

        Assert.All(statements, statement => Assert.Equal("Allow", (string?)statement["Effect"]));
        Assert.Equal(
            ["lambda:InvokeFunction", "lambda:ListFunctions"],
            statements.SelectMany(statement => Texts.Of(statement["Action"])).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(functions, Invoked(statements).Order(StringComparer.Ordinal));
        Assert.Empty(Invoked(statements).Intersect(CloudFormationOnly));
        Assert.All(
            statements.Where(statement => Texts.Of(statement["Resource"]).Any(resource => resource.Contains('*'))),
            statement => Assert.Equal("lambda:ListFunctions", (string?)statement["Action"]));
    }

    [Fact]
    public void A_policy_for_people_has_the_actions_that_the_command_says_it_needs()
    {
        var said = Directory.EnumerateFiles(Path.Combine(Some.RepositoryFolder, "trust", "Functions"), "*.cs")
            .SelectMany(file => Action().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Except(["kms:Decrypt"])
            .ToHashSet();

        Assert.All((string[])["Reader", "Writer"], section => Assert.Equal(
            said, Statements(section).SelectMany(statement => Texts.Of(statement["Action"])).ToHashSet()));
    }

    [Fact]
    public void What_is_to_be_denied_to_broad_roles_are_the_functions_that_cloudformation_invokes()
    {
        var statement = Assert.Single(Statements("Functions of custom resources"));

        Assert.Equal("Deny", (string?)statement["Effect"]);
        Assert.Equal("lambda:InvokeFunction", (string?)statement["Action"]);
        Assert.Equal(CloudFormationOnly, Invoked([statement]).Order(StringComparer.Ordinal));
    }

    private IEnumerable<Template> Templates(string environment) => synthesis.Of(environment).Templates;

    private static JsonObject[] Statements(string section) =>
        [.. ((JsonArray)Document.Policy(section)["Statement"]!).Select(statement => (JsonObject)statement!)];

    /// <summary>Names of the functions in the resources, which have placeholders for everything else.</summary>
    private static IEnumerable<string> Invoked(IEnumerable<JsonObject> statements) => statements
        .Where(statement => (string?)statement["Action"] == "lambda:InvokeFunction")
        .SelectMany(statement => Texts.Of(statement["Resource"]))
        .Select(resource => Assert.Single(FunctionArn().Matches(resource)).Groups[1].Value);

    [GeneratedRegex("^arn:<partition>:lambda:<region>:<account>:function:<([A-Za-z]+)>$")]
    private static partial Regex FunctionArn();

    [GeneratedRegex(@"\b(lambda|kms|sts):[A-Z][A-Za-z]+")]
    private static partial Regex Action();
}

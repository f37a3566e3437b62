extern alias TrustManager;

using System.Text.Json.Nodes;
using TrustManager::Infra.TrustManager.CaRenewal;
using TrustManager::Infra.TrustManager.Settings;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>The functions that operators may invoke who shall change nothing.</summary>
[Collection(Synthesis.Collection)]
public sealed class ReadFunctionTests(Synthesis synthesis)
{
    private static readonly string[] Names = [TrustManagerVariables.DirectoryRead, TrustManagerVariables.CaRead];

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [MemberData(nameof(Environments))]
    public void Their_roles_write_nothing_but_their_own_logs(string environment)
    {
        var roles = synthesis.Of(environment).Templates.SelectMany(RolesThatRead).ToList();

        Assert.NotEmpty(roles);
        Assert.All(roles, role => Assert.All(StatementsOf(role), statement => Assert.All(
            Texts.Of(statement["Action"]),
            action => Assert.True(IsRead(action) || IsOwnLog(action, statement), $"{action} writes"))));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Nothing_but_an_operator_invokes_them(string environment)
    {
        foreach (var template in synthesis.Of(environment).Templates)
        {
            var invoked = template.All("AWS::Lambda::Permission")
                .Select(permission => (string?)permission["Properties"]!["FunctionName"]!["Fn::GetAtt"]?[0])
                .Concat(template.CustomResources().Select(one => (string?)one.Value["ServiceToken"]!["Fn::GetAtt"]![0]));

            Assert.Empty(invoked.Intersect(Readers(template).Select(reader => reader.Id)));
        }
    }

    [Fact]
    public void One_function_tells_about_every_directory_of_the_stack()
    {
        var template = synthesis.Of("local").DirectoryTrust!;
        var variables = Assert.Single(Readers(template)).Properties["Environment"]!["Variables"]!;
        var statements = StatementsOf(Assert.Single(RolesThatRead(template)));

        Assert.Equal("d-0123456789,d-abcdef0123", (string?)variables[TrustManagerVariables.DirectoryIds]);
        Assert.Null(variables[TrustManagerVariables.TopicArn]);
        JsonAssert.Same(
            """
            [
              "arn:aws:ds:us-east-1:111122223333:directory/d-0123456789",
              "arn:aws:ds:us-east-1:111122223333:directory/d-abcdef0123"
            ]
            """,
            Assert.Single(statements, Allows("ds:ListCertificates"))["Resource"]);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void It_may_read_every_source_that_a_run_reads(string environment)
    {
        if (synthesis.Of(environment).DirectoryTrust is not { } template)
        {
            return;
        }

        var runs = template.Ids("AWS::IAM::Role").Where(id => id.Contains("Reconcile", StringComparison.Ordinal))
            .SelectMany(id => StatementsOf(template.Resource(id)).ToList());
        foreach (var action in (string[])["acm-pca:GetCertificateAuthorityCertificate", "s3:GetObject"])
        {
            Assert.Empty(Sources(runs, action).Except(Sources(StatementsOf(Assert.Single(RolesThatRead(template))), action)));
        }

        static IEnumerable<string> Sources(IEnumerable<JsonObject> statements, string action) => statements
            .Where(statement => Allows(action)(statement))
            .SelectMany(statement => statement["Resource"] is JsonArray many ? many : [statement["Resource"]!.DeepClone()])
            .Select(Texts.Joined)
            .Where(resource => !resource.Contains("/directory-trust/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_function_of_a_ca_knows_what_the_one_that_renews_knows_and_no_topic(string environment)
    {
        var template = synthesis.Of(environment).CertificateAuthority;
        var read = Variables(Assert.Single(Readers(template)).Properties);
        var renewal = Variables(template.Named("RenewalFunction", "AWS::Lambda::Function")["Properties"]!);

        Assert.Equal(
            renewal.Except(read).Select(variable => variable.Key).Order(),
            renewal.ContainsKey(TrustManagerVariables.TopicArn)
                ? [TrustManagerVariables.Function, TrustManagerVariables.TopicArn]
                : [TrustManagerVariables.Function]);
        Assert.NotNull(RenewalSettingsReader.Read("CaRead", CaRenewalTests.Deployed(read)));
    }

    [Fact]
    public void Operators_find_them_by_the_stacks_outputs()
    {
        var assembly = synthesis.Of("local");

        Assert.Equal("DirectoryRead", HandlerOf(assembly.DirectoryTrust!, "ReadFunctionName"));
        Assert.Equal("DirectoryReconcile", HandlerOf(assembly.DirectoryTrust!, "ManagedReconcileFunctionName"));
        Assert.Equal("CaRead", HandlerOf(assembly.CertificateAuthority, "CaReadFunctionName"));

        static string? HandlerOf(Template template, string output) =>
            (string?)template.Resource((string)template.Outputs[output]!["Value"]!["Ref"]!)["Properties"]!["Handler"];
    }

    private static bool IsRead(string action) => action is "kms:Decrypt"
        || ((string[])["Describe", "Get", "List"]).Any(
            verb => action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..].StartsWith(verb, StringComparison.Ordinal));

    private static bool IsOwnLog(string action, JsonObject statement) =>
        action is "logs:CreateLogStream" or "logs:PutLogEvents"
        && statement["Resource"]!["Fn::GetAtt"] is { } attribute
        && ((string)attribute[0]!).StartsWith("ReadFunctionLogs", StringComparison.Ordinal);

    private static Dictionary<string, string> Variables(JsonNode function) =>
        ((JsonObject)function["Environment"]!["Variables"]!)
            .ToDictionary(variable => variable.Key, variable => Texts.Joined(variable.Value));

    private static IEnumerable<(string Id, JsonNode Properties)> Readers(Template template) => template
        .Ids("AWS::Lambda::Function")
        .Select(id => (id, template.Resource(id)["Properties"]!))
        .Where(function => Names.Contains((string?)function.Item2["Handler"]));

    private static IEnumerable<JsonObject> RolesThatRead(Template template) => Readers(template)
        .Select(reader => template.Resource((string)reader.Properties["Role"]!["Fn::GetAtt"]![0]!));

    private static IEnumerable<JsonObject> StatementsOf(JsonObject role) =>
        ((JsonArray)role["Properties"]!["Policies"]!)
            .SelectMany(policy => (JsonArray)policy!["PolicyDocument"]!["Statement"]!)
            .Select(statement => (JsonObject)statement!);

    private static Predicate<JsonObject> Allows(string action) =>
        statement => Texts.Of(statement["Action"]).Contains(action);
}

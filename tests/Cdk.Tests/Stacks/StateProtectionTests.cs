using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class StateProtectionTests(Synthesis synthesis)
{
    private const string Sid = "OnlyFunctionsChangeState";

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_role_has_the_path_of_its_environment(string environment)
    {
        var roles = synthesis.Of(environment).Templates.SelectMany(template => template.All("AWS::IAM::Role")).ToList();

        Assert.NotEmpty(roles);
        Assert.All(roles, role => Assert.Equal($"/infra/{environment}/", (string?)role["Properties"]!["Path"]));
        Assert.All(roles, role => Assert.Null(role["Properties"]!["RoleName"]));
    }

    [Theory]
    [InlineData("local", "arn:aws:iam::111122223333:role/infra/local/*")]
    [InlineData("local-rotation", "arn:aws:iam::111122223333:role/infra/local-rotation/*")]
    [InlineData("example-us-gov-west-1", "arn:aws-us-gov:iam::444455556666:role/infra/example-us-gov-west-1/*")]
    public void Only_roles_of_the_environment_change_state(string environment, string roles)
    {
        var assembly = synthesis.Of(environment);

        Assert.All([Protection(assembly.CrlDistribution), Protection(assembly.DirectoryTrust!)], statement =>
        {
            Assert.Equal("Deny", (string?)statement["Effect"]);
            JsonAssert.Same("""{ "AWS": "*" }""", statement["Principal"]);
            Assert.Equal(
                [
                    "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject",
                    "s3:ReplicateDelete", "s3:ReplicateObject",
                ],
                Texts.Of(statement["Action"]));
            JsonAssert.Same($$"""{ "ArnNotLike": { "aws:PrincipalArn": "{{roles}}" } }""", statement["Condition"]);
        });
    }

    [Fact]
    public void The_whole_bucket_of_directories_is_state() =>
        Assert.Equal(["<Arn>/*"], Resources(Protection(synthesis.Of("local").DirectoryTrust!)));

    [Fact]
    public void State_beside_crls_is_what_functions_write_there() => Assert.Equal(
        ["<Arn>/aia/*", "<Arn>/ca-renewal/*", "<Arn>/trust-manager/*"],
        Resources(Protection(synthesis.Of("local").CrlDistribution)));

    [Fact]
    public void Changes_of_a_bucket_policy_are_not_denied()
    {
        var denied = synthesis.Of("local").Templates
            .SelectMany(template => template.All("AWS::S3::BucketPolicy"))
            .SelectMany(policy => (JsonArray)policy["Properties"]!["PolicyDocument"]!["Statement"]!)
            .Where(statement => (string)statement!["Effect"]! == "Deny" && Transport(statement) is null);

        Assert.All(
            denied.SelectMany(statement => Resources(statement!)),
            resource => Assert.Contains("/", resource, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void No_policy_denies_all_principals_but_some(string environment) => Assert.All(
        synthesis.Of(environment).Templates,
        template => Assert.DoesNotContain("NotPrincipal", template.Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("local")]
    [InlineData("local-rotation")]
    [InlineData("example-us-gov-west-1")]
    public void The_protection_is_there_before_the_first_state_and_after_the_last(string environment)
    {
        var template = synthesis.Of(environment).DirectoryTrust!;
        var policy = Assert.Single(template.Ids("AWS::S3::BucketPolicy"));

        Assert.All(
            template.All("Custom::DirectoryTrust"),
            resource => Assert.Contains(policy, Texts.Of(resource["DependsOn"])));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_state_of_a_ca_is_protected_by_a_stack_that_outlives_its_own(string environment)
    {
        var assembly = synthesis.Of(environment);

        var dependencies = (JsonArray)assembly.Manifest(assembly.CertificateAuthority)["dependencies"]!;

        Assert.Contains(dependencies, name => (string?)name == assembly.CrlDistribution.Name);
    }

    private static JsonObject Protection(Template template) =>
        Assert.Single(template.Statements, statement => (string?)statement["Sid"] == Sid);

    private static IEnumerable<string> Resources(JsonNode statement) =>
        statement["Resource"] is JsonArray many ? many.Select(Texts.Joined) : [Texts.Joined(statement["Resource"])];

    private static JsonNode? Transport(JsonNode statement) =>
        statement["Condition"]!["Bool"]?["aws:SecureTransport"]
        ?? statement["Condition"]!["NumericLessThan"]?["s3:TlsVersion"];
}

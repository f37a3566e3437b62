using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class DirectoryTrustTests(Synthesis synthesis)
{
    private const string Connector = "Directory0123456789";

    private const string MemoryKey = "directory-trust/d-0123456789.json";

    private const string Managed = "Directoryabcdef0123";

    public static TheoryData<string> WithDirectories => new("local", "example-us-east-1", "example-us-gov-west-1");

    private Template Local => synthesis.Of("local").DirectoryTrust!;

    private Template GovCloud => synthesis.Of("example-us-gov-west-1").DirectoryTrust!;

    [Fact]
    public void Each_directory_has_two_functions_with_a_role_each_and_all_share_the_one_that_reads()
    {
        Assert.Equal(5, Local.All("AWS::Lambda::Function").Count());
        Assert.Equal(5, Local.All("AWS::IAM::Role").Count());
        Assert.All((string[])[Connector, Managed], directory => Assert.StartsWith(
            directory, (string?)Properties(Local, directory)["ServiceToken"]!["Fn::GetAtt"]![0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("local", $"{Connector}Function", "arn:aws:ds:us-east-1:111122223333:directory/d-0123456789")]
    [InlineData("local", $"{Connector}Reconcile", "arn:aws:ds:us-east-1:111122223333:directory/d-0123456789")]
    [InlineData("local", $"{Managed}Function", "arn:aws:ds:us-east-1:111122223333:directory/d-abcdef0123")]
    [InlineData("local", $"{Managed}Reconcile", "arn:aws:ds:us-east-1:111122223333:directory/d-abcdef0123")]
    [InlineData(
        "example-us-gov-west-1", "Directory0a1b2c3d4eReconcile",
        "arn:aws-us-gov:ds:us-gov-west-1:444455556666:directory/d-0a1b2c3d4e")]
    public void The_roles_may_change_one_directory_only(string environment, string function, string arn)
    {
        var statements = AllStatements(synthesis.Of(environment).DirectoryTrust!, function)
            .Where(statement => Texts.Of(statement["Action"])
                .Any(action => action.StartsWith("ds:", StringComparison.Ordinal)))
            .ToList();

        Assert.Equal(2, statements.Count);
        Assert.Equal(arn, (string?)statements[0]["Resource"]);
        Assert.Equal("ds:DescribeDirectories", (string?)statements[1]["Action"]);
    }

    [Theory]
    [MemberData(nameof(WithDirectories))]
    public void Only_looking_for_directories_is_allowed_everywhere(string environment)
    {
        var everywhere = synthesis.Of(environment).DirectoryTrust!.Statements
            .Where(statement => (string)statement["Effect"]! == "Allow")
            .Where(statement => Texts.Of(statement["Resource"]).Contains("*"))
            .SelectMany(statement => Texts.Of(statement["Action"]));

        Assert.Equal(["ds:DescribeDirectories"], everywhere.Distinct());
    }

    [Fact]
    public void Either_purpose_can_be_switched_off_after_it_left_the_environment_file() => Assert.All(
        (string[])[Connector, Managed],
        directory => Assert.Superset(
            new HashSet<string> { "ds:DisableClientAuthentication", "ds:DisableLDAPS", "ds:DeregisterCertificate" },
            AllStatements(Local, $"{directory}Function")
                .SelectMany(statement => Texts.Of(statement["Action"])).ToHashSet()));

    [Fact]
    public void A_run_publishes_messages_and_ends_no_memory_and_a_deployment_does_the_opposite()
    {
        var run = Actions($"{Connector}Reconcile");
        var deployment = Actions($"{Connector}Function");

        Assert.Equal(["s3:DeleteObject"], deployment.Except(run));
        Assert.Equal(["sns:Publish"], run.Except(deployment));

        HashSet<string> Actions(string function) =>
            [.. AllStatements(Local, function).SelectMany(statement => Texts.Of(statement["Action"]))];
    }

    [Fact]
    public void The_roles_may_remember_their_own_directory_only() => Assert.All(
        (string[])[$"{Connector}Function", $"{Connector}Reconcile"], AssertMemory);

    private void AssertMemory(string function)
    {
        var memory = Statements(Local, function, "UseMemory");

        Assert.EndsWith($"/{MemoryKey}\"]]}}", memory[0]["Resource"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(memory[1..], list => JsonAssert.Same(
            $$"""{ "StringEquals": { "s3:prefix": ["{{MemoryKey}}"] } }""", list["Condition"]));
    }

    [Fact]
    public void A_folder_of_a_bucket_can_be_read_and_nothing_beside_it()
    {
        var folder = Statements(GovCloud, "Directory0a1b2c3d4eReconcile", "ReadFolders");

        Assert.Equal("arn:aws-us-gov:s3:::example-agency-pki/domain-controller-cas/*", (string?)folder[0]["Resource"]);
        Assert.Equal("s3:GetObject", (string?)folder[0]["Action"]);
        JsonAssert.Same("""{ "StringLike": { "s3:prefix": ["domain-controller-cas/*"] } }""", folder[1]["Condition"]);
    }

    [Theory]
    [InlineData("example-us-east-1", "111122223333")]
    [InlineData("example-us-gov-west-1", "777788889999")]
    public void A_bucket_belongs_to_the_environments_account_unless_its_source_names_another(
        string environment, string owner)
    {
        var ldaps = synthesis.Of(environment).DirectoryTrust!.Only("Custom::DirectoryTrust")["Ldaps"]!;

        Assert.Equal(owner, (string?)ldaps["S3Sources"]![0]!["BucketOwner"]);
        Assert.StartsWith(
            "-----BEGIN CERTIFICATE-----\n", (string?)ldaps["TrustAnchors"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_cas_that_are_sources_can_be_read_and_not_changed()
    {
        var template = synthesis.Of("example-us-east-1").DirectoryTrust!;

        var statement = Assert.Single(Statements(template, "Directory0f1e2d3c4bReconcile", "ReadCas"));

        Assert.EndsWith(
            "1a2b3c4d-5e6f-4071-8293-a4b5c6d7e8f9", (string?)statement["Resource"], StringComparison.Ordinal);
        Assert.Equal(
            ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"],
            Texts.Of(statement["Action"]));
    }

    [Fact]
    public void The_deployments_own_ca_is_named_by_its_stack()
    {
        var export = (string)Properties(Local, Managed)["Ldaps"]!["CertificateAuthorityArns"]![0]!["Fn::ImportValue"]!;

        Assert.Contains(
            synthesis.Of("local").CertificateAuthority.Outputs,
            output => (string?)output.Value!["Export"]?["Name"] == export);
    }

    [Fact]
    public void The_function_is_told_what_the_directory_shall_trust()
    {
        var told = Properties(Local, Connector);
        var smartCard = (JsonObject)told["SmartCard"]!;

        Assert.Equal("d-0123456789", (string?)told["DirectoryId"]);
        Assert.Equal(["Certificates", "Enabled", "OcspUrl"], smartCard.Select(member => member.Key).Order());
        Assert.Equal(3, ((JsonArray)smartCard["Certificates"]!).Count);
        Assert.True((bool)smartCard["Enabled"]!);
        Assert.False((bool)told["AdoptRegistered"]!);
        Assert.Null(told["Ldaps"]);
    }

    [Fact]
    public void Certificates_that_may_be_missing_for_a_moment_are_named()
    {
        var settings = Allowing("Local Smart Card Root CA");

        var told = Properties(synthesis.Of(settings).DirectoryTrust!, Connector);

        JsonAssert.Same("""["Local Smart Card Root CA"]""", told["SmartCard"]!["AllowGapFor"]);
    }

    [Fact]
    public void A_thumbprint_among_them_reaches_the_function_without_what_tools_print_around_it()
    {
        var windows = "\u200E" + string.Join(' ', Enumerable.Repeat("ab", 32));

        var told = Properties(synthesis.Of(Allowing(windows)).DirectoryTrust!, Connector);

        JsonAssert.Same(
            $"[\"{string.Concat(Enumerable.Repeat("AB", 32))}\"]", told["SmartCard"]!["AllowGapFor"]);
    }

    private static EnvironmentSettings Allowing(string name)
    {
        var directory = Some.Settings.Directories[0];
        return Some.Settings with
        {
            Directories = [directory with { SmartCard = directory.SmartCard! with { AllowGapFor = [name] } }],
        };
    }

    private static JsonObject Properties(Template template, string directory) =>
        (JsonObject)template.Named(directory, "Custom::DirectoryTrust")["Properties"]!;

    private static IEnumerable<JsonObject> AllStatements(Template template, string function) =>
        Policies(template, function)
            .SelectMany(policy => (JsonArray)policy!["PolicyDocument"]!["Statement"]!)
            .Select(statement => (JsonObject)statement!);

    private static List<JsonObject> Statements(Template template, string function, string name) =>
    [
        .. Policies(template, function)
            .Where(policy => (string?)policy!["PolicyName"] == name)
            .SelectMany(policy => (JsonArray)policy!["PolicyDocument"]!["Statement"]!)
            .Select(statement => (JsonObject)statement!),
    ];

    private static JsonArray Policies(Template template, string function) =>
        (JsonArray)template.Named(function, "AWS::IAM::Role")["Properties"]!["Policies"]!;
}

extern alias TrustManager;

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using TrustManager::Infra.TrustManager.CustomResources;
using TrustManager::Infra.TrustManager.FirstCrl;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class FirstCrlTests(Synthesis synthesis)
{
    private const string ResourceType = "Custom::FirstCrl";

    private static readonly EnvironmentSettings Existing = Some.Environments.Read("local-existing");

    private static readonly EnvironmentSettings Partitioned = Existing with
    {
        CrlDistribution = Existing.CrlDistribution with { CustomPath = "partitions" },
        CertificateAuthority = Existing.CertificateAuthority with { CrlType = "PARTITIONED" },
    };

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    private Template Adopted => synthesis.Of("local-existing").CertificateAuthority;

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_function_understands_its_properties_and_they_are_the_place_alone(string environment)
    {
        var properties = (JsonObject)synthesis.Of(environment).CertificateAuthority.Only(ResourceType).DeepClone();

        var understood = FirstCrlProperties.From(AsTheFunctionGetsThem(properties));

        Assert.Equal(Some.CaArn.Split('/')[1], understood.Place.CaId);
        Assert.Equal(
            ["CertificateAuthorityArn", "CrlBucketName", "CrlType", "CustomCname", "ServiceTimeout", "ServiceToken"],
            properties.Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_place_changes_the_properties_and_other_settings_do_not()
    {
        var longer = Existing with { CertificateAuthority = Existing.CertificateAuthority with { CrlExpirationDays = 14 } };

        Assert.Equal(PropertiesOf(Adopted), PropertiesOf(synthesis.Of(longer).CertificateAuthority));
        Assert.NotEqual(PropertiesOf(Adopted), PropertiesOf(synthesis.Of(Partitioned).CertificateAuthority));

        static string PropertiesOf(Template template) => template.Only(ResourceType).ToJsonString();
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void It_comes_after_the_settings_of_the_ca_and_goes_before_them(string environment)
    {
        var template = synthesis.Of(environment).CertificateAuthority;

        var dependencies = (JsonArray)Assert.Single(template.All(ResourceType))["DependsOn"]!;

        Assert.Contains(Assert.Single(template.Ids("Custom::CaRevocation")), dependencies.Select(id => (string)id!));
    }

    [Theory]
    [InlineData("local", "arn:aws:acm-pca:::template/")]
    [InlineData("example-us-gov-west-1", "arn:aws-us-gov:acm-pca:::template/")]
    public void Its_role_may_issue_what_the_function_orders_and_nothing_else(string environment, string templates)
    {
        var issue = Assert.Single(Statements(synthesis.Of(environment).CertificateAuthority), statement =>
            statement.ToJsonString().Contains("acm-pca:IssueCertificate", StringComparison.Ordinal));

        JsonAssert.Same(
            $$"""{ "StringEquals": { "acm-pca:TemplateArn": ["{{templates}}{{ThrowAwayRequest.Template}}/V1"] } }""",
            issue["Condition"]);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Its_role_may_read_the_crl_and_write_no_object(string environment)
    {
        var actions = Statements(synthesis.Of(environment).CertificateAuthority)
            .SelectMany(statement => Texts.Of(statement["Action"]))
            .Where(action => action != "kms:Decrypt");

        Assert.Equal(
            [
                "acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificate", "acm-pca:GetCertificateAuthorityCertificate",
                "acm-pca:IssueCertificate", "logs:CreateLogStream", "logs:PutLogEvents", "s3:GetObject", "s3:ListBucket",
            ],
            actions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_looks_for_the_one_complete_crl_or_into_the_folder_of_partitions()
    {
        var id = Existing.CertificateAuthority.Arn!.Split('/')[1];

        JsonAssert.Same($$"""{ "StringEquals": { "s3:prefix": ["crl/{{id}}.crl"] } }""", List(Adopted)["Condition"]);
        JsonAssert.Same(
            """{ "StringLike": { "s3:prefix": ["partitions/*"] } }""",
            List(synthesis.Of(Partitioned).CertificateAuthority)["Condition"]);

        static JsonObject List(Template template) =>
            Assert.Single(Statements(template), statement => (string?)(statement["Action"] as JsonValue) == "s3:ListBucket");
    }

    [Fact]
    public void Another_ca_gets_a_function_of_its_own()
    {
        var other = Existing with { CertificateAuthority = Existing.CertificateAuthority with { Arn = Some.CaArn } };

        Assert.Empty(Adopted.Ids(ResourceType).Intersect(synthesis.Of(other).CertificateAuthority.Ids(ResourceType)));
    }

    [Fact]
    public void Operators_see_the_url_and_the_warning()
    {
        Assert.Equal("CrlUrl", (string?)Adopted.Outputs["CrlUrl"]!["Value"]!["Fn::GetAtt"]![1]);
        Assert.Equal("Warning", (string?)Adopted.Outputs["FirstCrlWarning"]!["Value"]!["Fn::GetAtt"]![1]);
    }

    private static IEnumerable<JsonObject> Statements(Template template) =>
        Template.StatementsIn(template.Named("FirstCrl", "AWS::IAM::Role")["Properties"]!["Policies"]);

    private static ResourceProperties AsTheFunctionGetsThem(JsonObject properties) => new(properties.ToDictionary(
        property => property.Key,
        property => property.Key switch
        {
            "CertificateAuthorityArn" => Some.CaArn,
            "CustomCname" => "internal-crl.example",
            "CrlBucketName" => "crl-bucket",
            _ => property.Value!.ToString(),
        }));
}

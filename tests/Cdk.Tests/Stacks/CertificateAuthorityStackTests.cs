using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class CertificateAuthorityStackTests(Synthesis synthesis)
{
    private const string AuthorityType = "AWS::ACMPCA::CertificateAuthority";

    private Template Local => synthesis.Of("local").CertificateAuthority;

    private Template GovCloud => synthesis.Of("example-us-gov-west-1").CertificateAuthority;

    [Fact]
    public void Crls_belong_to_the_bucket_owner()
    {
        var crl = CrlConfiguration(Local);

        Assert.True((bool?)crl["Enabled"]);
        Assert.Equal("BUCKET_OWNER_FULL_CONTROL", (string?)crl["S3ObjectAcl"]);
        Assert.Equal(7, (int?)crl["ExpirationInDays"]);
        Assert.Contains("CrlDistribution-local", crl["S3BucketName"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_name_the_configured_host() =>
        Assert.Equal("crl.corp.example.mil", (string?)CrlConfiguration(GovCloud)["CustomCname"]);

    [Fact]
    public void Certificates_name_the_load_balancer_when_no_host_is_configured()
    {
        var export = (string)CrlConfiguration(Local)["CustomCname"]!["Fn::ImportValue"]!;

        var value = synthesis.Of("local").CrlDistribution.Outputs
            .Single(output => (string?)output.Value!["Export"]?["Name"] == export).Value!["Value"]!;

        Assert.Equal("DNSName", (string?)value["Fn::GetAtt"]![1]);
    }

    [Fact]
    public void The_authority_is_marked_for_certificate_based_authentication() => Assert.Contains(
        (JsonArray)Local.Only(AuthorityType)["Tags"]!, tag => (string?)tag!["Key"] == "euc-private-ca");

    [Theory]
    [InlineData("local", "arn:aws:acm-pca:::template/RootCACertificate/V1")]
    [InlineData("example-us-gov-west-1", "arn:aws-us-gov:acm-pca:::template/RootCACertificate/V1")]
    public void The_root_certificate_comes_from_the_partitions_own_template(string environment, string template)
    {
        var certificate = synthesis.Of(environment).CertificateAuthority.Only("AWS::ACMPCA::Certificate");

        Assert.Equal(template, (string?)certificate["TemplateArn"]);
        Assert.Equal("YEARS", (string?)certificate["Validity"]!["Type"]);
        Assert.Equal(10, (int?)certificate["Validity"]!["Value"]);
    }

    [Fact]
    public void The_subject_holds_only_what_the_environment_names()
    {
        var subject = (JsonObject)Local.Only(AuthorityType)["Subject"]!;

        Assert.Equal(["CommonName", "Organization"], subject.Select(member => member.Key).Order());
    }

    [Fact]
    public void A_complete_crl_leaves_the_layout_to_private_ca()
    {
        Assert.Null(CrlConfiguration(Local)["CrlType"]);
        Assert.Null(CrlConfiguration(Local)["CustomPath"]);
        Assert.False(Local.Outputs.ContainsKey("CrlUrlPrefix"));
    }

    [Fact]
    public void Partitioned_crls_are_written_where_the_function_serves_them()
    {
        var settings = Some.Settings with
        {
            CrlDistribution = Some.Settings.CrlDistribution with { CustomPath = "partitions" },
            CertificateAuthority = Some.Settings.CertificateAuthority with { CrlType = "PARTITIONED" },
        };

        var assembly = synthesis.Of(settings);

        var crl = CrlConfiguration(assembly.CertificateAuthority);
        Assert.Equal("PARTITIONED", (string?)crl["CrlType"]);
        Assert.Equal("partitions", (string?)crl["CustomPath"]);
        var function = assembly.CrlDistribution.Only("AWS::Lambda::Function");
        Assert.Equal("crl/,partitions/", (string?)function["Environment"]!["Variables"]!["CRL_PREFIXES"]);
        Assert.Contains("/partitions/*", assembly.CrlDistribution.Only("AWS::IAM::Role").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_authority_is_created_after_everything_it_writes_to()
    {
        var assembly = synthesis.Of("example-us-east-1");

        var dependencies = (JsonArray)assembly.Manifest(assembly.CertificateAuthority)["dependencies"]!;

        Assert.Contains(dependencies, name => (string?)name == assembly.CrlDistribution.Name);
    }

    [Fact]
    public void A_creation_that_fails_leaves_no_billed_authority_behind() =>
        Assert.Equal("RetainExceptOnCreate", (string?)Assert.Single(Local.All(AuthorityType))["DeletionPolicy"]);

    private static JsonNode CrlConfiguration(Template template) =>
        template.Only(AuthorityType)["RevocationConfiguration"]!["CrlConfiguration"]!;
}

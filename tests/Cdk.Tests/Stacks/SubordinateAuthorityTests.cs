extern alias TrustManager;

using System.Text.Json.Nodes;
using TrustManager::Infra.TrustManager.Activation;
using TrustManager::Infra.TrustManager.CustomResources;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class SubordinateAuthorityTests(Synthesis synthesis)
{
    private Template Template => synthesis.Of("local-subordinate").CertificateAuthority;

    private JsonObject Activation => Template.Only("Custom::CaActivation");

    [Fact]
    public void The_new_ca_is_below_its_parent()
    {
        Assert.Equal("SUBORDINATE", (string?)Template.Only("AWS::ACMPCA::CertificateAuthority")["Type"]);
        Assert.Equal(
            Some.Environments.Read("local-subordinate").CertificateAuthority.ParentCertificateAuthorityArn,
            (string?)Activation["ParentCertificateAuthorityArn"]);
        Assert.Empty(Template.All("AWS::ACMPCA::Certificate"));
    }

    [Fact]
    public void The_function_understands_what_it_is_told()
    {
        var told = new ResourceProperties(Activation.ToDictionary(
            property => property.Key, property => property.Value is JsonObject ? Some.CaArn : property.Value!.ToString()));

        var understood = CaActivationProperties.From(told);

        Assert.Equal(5, understood.ValidityYears);
        Assert.Equal(0, understood.PathLength);
        Assert.Empty(told.Unknown(typeof(CaActivationProperties).GetProperties().Select(property => property.Name)));
    }

    [Fact]
    public void The_parent_issues_with_the_template_of_the_configured_depth_only()
    {
        var statements = (JsonArray)Policy("AskParent")["PolicyDocument"]!["Statement"]!;

        Assert.All(statements, statement => Assert.Equal((string?)Activation["ParentCertificateAuthorityArn"], (string?)statement!["Resource"]));
        JsonAssert.Same(
            """{ "StringEquals": { "acm-pca:TemplateArn": ["arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1"] } }""",
            Assert.Single(statements, statement => (string?)(statement!["Action"] as JsonValue) == "acm-pca:IssueCertificate")!["Condition"]);
    }

    [Fact]
    public void The_parent_is_never_changed() => Assert.DoesNotContain(
        "UpdateCertificateAuthority", Policy("AskParent").ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void A_creation_that_fails_leaves_no_billed_authority_behind() => Assert.Equal(
        "RetainExceptOnCreate", (string?)Assert.Single(Template.All("Custom::CaActivation"))["DeletionPolicy"]);

    private JsonNode Policy(string name) =>
        ((JsonArray)Template.Named("AuthorityActivation", "AWS::IAM::Role")["Properties"]!["Policies"]!)
            .Single(policy => (string)policy!["PolicyName"]! == name)!;
}

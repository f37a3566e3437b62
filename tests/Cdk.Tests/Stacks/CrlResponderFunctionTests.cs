using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class CrlResponderFunctionTests(Synthesis synthesis)
{
    private Template Local => synthesis.Of("local").CrlDistribution;

    private Template GovCloud => synthesis.Of("example-us-gov-west-1").CrlDistribution;

    [Fact]
    public void The_function_may_read_only_the_served_prefixes()
    {
        var policy = RolePolicy(Local, "ReadCrls");

        JsonAssert.Same(
            """
            [
              {
                "Effect": "Allow",
                "Action": ["s3:GetObject", "s3:GetObjectVersion"],
                "Resource": [
                  { "Fn::Join": ["", [{ "Fn::GetAtt": ["CrlBucket0D18AD95", "Arn"] }, "/crl/*"]] },
                  { "Fn::Join": ["", [{ "Fn::GetAtt": ["CrlBucket0D18AD95", "Arn"] }, "/aia/*"]] }
                ]
              },
              {
                "Effect": "Allow",
                "Action": "s3:ListBucketVersions",
                "Resource": { "Fn::GetAtt": ["CrlBucket0D18AD95", "Arn"] },
                "Condition": { "StringLike": { "s3:prefix": ["crl/*", "aia/*"] } }
              }
            ]
            """,
            policy);
    }

    [Fact]
    public void The_function_may_write_only_its_own_logs() => JsonAssert.Same(
        """
        [{
          "Effect": "Allow",
          "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
          "Resource": { "Fn::GetAtt": ["CrlResponderLogs727C0298", "Arn"] }
        }]
        """,
        RolePolicy(Local, "WriteLogs"));

    [Fact]
    public void The_function_may_decrypt_only_crls_and_only_with_the_configured_key()
    {
        var decrypt = RolePolicy(GovCloud, "ReadCrls").Single(statement => (string?)(statement!["Action"] as JsonValue) == "kms:Decrypt")!;

        Assert.Equal(Some.Environments.Read("example-us-gov-west-1").CrlDistribution.KmsKeyArn, (string?)decrypt["Resource"]);
        Assert.NotNull(decrypt["Condition"]!["StringLike"]!["kms:EncryptionContext:aws:s3:arn"]);
    }

    [Fact]
    public void A_function_outside_the_vpc_has_no_network_permissions()
    {
        Assert.Equal(["ReadCrls", "WriteLogs"], PolicyNames(Local));
        Assert.Null(Local.Only("AWS::Lambda::Function")["VpcConfig"]);
    }

    [Fact]
    public void A_function_in_the_vpc_cannot_use_the_network_permissions_of_its_role_itself()
    {
        var statements = RolePolicy(GovCloud, "AttachToVpc");

        Assert.NotNull(GovCloud.Only("AWS::Lambda::Function")["VpcConfig"]);
        Assert.Equal(["Allow", "Deny"], statements.Select(statement => (string)statement!["Effect"]!));
        JsonAssert.Same(statements[0]!["Action"]!.ToJsonString(), statements[1]!["Action"]);
        JsonAssert.Same(
            """{ "ArnLike": { "lambda:SourceFunctionArn": "arn:aws-us-gov:lambda:us-gov-west-1:444455556666:function:*" } }""",
            statements[1]!["Condition"]);
    }

    [Fact]
    public void The_function_is_told_the_settings()
    {
        var variables = Variables(GovCloud);

        Assert.Equal("crl/", (string?)variables["CRL_PREFIXES"]);
        Assert.Equal("aia/", (string?)variables["AIA_PREFIX"]);
        Assert.Equal("3600", (string?)variables["MAX_AGE_SECONDS"]);
        Assert.Equal("60", (string?)variables["REVALIDATE_AFTER_SECONDS"]);
        JsonAssert.Same("""{ "Ref": "CrlBucket0D18AD95" }""", variables["CRL_BUCKET"]);
    }

    [Theory]
    [InlineData("local", 90)]
    [InlineData("example-us-gov-west-1", 1096)]
    public void Logs_are_kept_for_the_configured_days(string environment, int days) =>
        Assert.Equal(days, (int?)synthesis.Of(environment).CrlDistribution.Only("AWS::Logs::LogGroup")["RetentionInDays"]);

    [Fact]
    public void The_managed_runtime_starts_the_assembly()
    {
        var settings = Some.Settings with
        {
            Functions = Some.Settings.Functions with { Runtime = FunctionSettings.ManagedRuntime, Architecture = "arm64" },
        };

        var function = synthesis.Of(settings).CrlDistribution.Only("AWS::Lambda::Function");

        Assert.Equal("dotnet10", (string?)function["Runtime"]);
        Assert.Equal("CrlResponder", (string?)function["Handler"]);
        JsonAssert.Same("""["arm64"]""", function["Architectures"]);
    }

    private static JsonArray RolePolicy(Template template, string name) =>
        (JsonArray)Policies(template).Single(policy => (string)policy!["PolicyName"]! == name)!["PolicyDocument"]!["Statement"]!;

    private static IEnumerable<string> PolicyNames(Template template) =>
        Policies(template).Select(policy => (string)policy!["PolicyName"]!);

    private static JsonArray Policies(Template template) => (JsonArray)template.Only("AWS::IAM::Role")["Policies"]!;

    private static JsonNode Variables(Template template) => template.Only("AWS::Lambda::Function")["Environment"]!["Variables"]!;
}

using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class DirectoryEventsTests(Synthesis synthesis)
{
    private const string RuleType = "AWS::Events::Rule";

    private const string Managed = "Directoryabcdef0123";

    public static TheoryData<string> Environments => new(Some.Environments.Names());

    private Template Rotation => synthesis.Of("local-rotation").DirectoryTrust!;

    [Theory]
    [InlineData("local", "Directory0123456789", "rate(1 day)")]
    [InlineData("example-us-gov-west-1", "Directory0a1b2c3d4e", "cron(0 11 ? * MON-FRI *)")]
    public void Each_directory_is_compared_with_its_sources_on_its_schedule(
        string environment, string directory, string schedule)
    {
        var rule = Properties(synthesis.Of(environment).DirectoryTrust!, $"{directory}EventsSchedule");

        Assert.Equal(schedule, (string?)rule["ScheduleExpression"]);
        Assert.Null(rule["EventPattern"]);
    }

    [Fact]
    public void Files_that_come_or_go_under_a_source_start_a_run() => JsonAssert.Same(
        """
        {
          "source": ["aws.s3"],
          "detail-type": ["Object Created", "Object Deleted"],
          "detail": {
            "bucket": { "name": ["example-pki"] },
            "object": { "key": [{ "prefix": "smart-card/" }, { "prefix": "domain-controllers/" }] }
          }
        }
        """,
        Properties(Rotation, "Directory0123456789EventsFiles")["EventPattern"]);

    [Fact]
    public void Another_certificate_of_a_ca_that_is_a_source_starts_a_run()
    {
        var pattern = Properties(Rotation, $"{Managed}EventsImports")["EventPattern"]!.DeepClone();
        var arns = (JsonArray)pattern["detail"]!["requestParameters"]!["certificateAuthorityArn"]!;

        Assert.NotNull(Assert.Single(arns)!["Fn::ImportValue"]);
        arns[0] = "own";
        JsonAssert.Same(
            """
            {
              "source": ["aws.acm-pca"],
              "detail-type": ["AWS API Call via CloudTrail"],
              "detail": {
                "eventName": ["ImportCertificateAuthorityCertificate"],
                "requestParameters": { "certificateAuthorityArn": ["own"] }
              }
            }
            """,
            pattern);
    }

    [Fact]
    public void What_only_files_of_the_repository_say_has_a_schedule_and_no_other_rule() =>
        Assert.Single(
            synthesis.Of("local").DirectoryTrust!.Ids(RuleType),
            id => id.StartsWith("Directory0123456789", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_rule_hands_its_function_the_event_itself_and_no_other_rule_may_invoke_it(string environment)
    {
        foreach (var template in synthesis.Of(environment).Templates)
        {
            var permissions = template.All("AWS::Lambda::Permission")
                .Select(permission => permission["Properties"]!)
                .Where(permission => (string?)permission["Principal"] == "events.amazonaws.com")
                .ToList();

            Assert.Equal(template.Ids(RuleType).Order(), permissions.Select(RuleOf).Order());
            Assert.All(permissions, permission =>
            {
                var rule = template.Resource(RuleOf(permission))["Properties"]!;
                var function = template.Resource((string)permission["FunctionName"]!["Fn::GetAtt"]![0]!);
                Assert.Contains((string?)function["Properties"]!["Handler"], (string[])["DirectoryReconcile", "CaRenewal"]);
                var target = Assert.Single((JsonArray)rule["Targets"]!)!;
                Assert.Equal(["Arn", "Id"], ((JsonObject)target).Select(member => member.Key).Order());
                JsonAssert.Same(target["Arn"]!.ToJsonString(), permission["FunctionName"]);
            });
        }
    }

    [Fact]
    public void The_function_knows_its_directory_and_memory_without_an_event()
    {
        var template = synthesis.Of("local").DirectoryTrust!;
        var function = template.Named($"{Managed}Reconcile", "AWS::Lambda::Function")["Properties"]!;
        var variables = function["Environment"]!["Variables"]!;

        Assert.Equal("d-abcdef0123", (string?)variables["TRUST_DIRECTORY_ID"]);
        JsonAssert.Same(
            template.Outputs["TrustMemoryBucketName"]!["Value"]!.ToJsonString(), variables["TRUST_MEMORY_BUCKET"]);
        Assert.NotNull(variables["TRUST_TOPIC_ARN"]!["Fn::ImportValue"]);
    }

    private static string RuleOf(JsonNode permission) => (string)permission["SourceArn"]!["Fn::GetAtt"]![0]!;

    private static JsonObject Properties(Template template, string rule) =>
        (JsonObject)template.Named(rule, RuleType)["Properties"]!;
}

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class NotificationsStackTests(Synthesis synthesis)
{
    private static readonly EnvironmentSettings OtherTopic = Some.Settings with
    {
        Notifications = new NotificationSettings { TopicArn = Some.TopicArn, KmsKeyArn = Some.KmsKeyArn },
    };

    private Template Example => synthesis.Of("example-us-east-1").Notifications!;

    [Fact]
    public void Everybody_on_the_list_gets_the_messages() => Assert.Equal(
        ["desktops@example.com", "pki@example.com"],
        Example.All("AWS::SNS::Subscription")
            .Where(subscription => (string?)subscription["Properties"]!["Protocol"] == "email")
            .Select(subscription => (string)subscription["Properties"]!["Endpoint"]!)
            .Order());

    [Fact]
    public void Only_alarms_of_this_account_may_publish_besides_the_functions_and_only_over_tls()
    {
        var statements = Example.Statements.ToList();

        Assert.Equal(2, statements.Count);
        JsonAssert.Same("""{ "Service": "cloudwatch.amazonaws.com" }""", statements[0]["Principal"]);
        Assert.Equal("sns:Publish", (string?)statements[0]["Action"]);
        JsonAssert.Same(
            """{ "StringEquals": { "aws:SourceAccount": ["111122223333"] } }""", statements[0]["Condition"]);
        Assert.Equal("Deny", (string?)statements[1]["Effect"]);
        JsonAssert.Same("""{ "Bool": { "aws:SecureTransport": "false" } }""", statements[1]["Condition"]);
    }

    [Fact]
    public void The_topic_is_encrypted_with_the_key_of_the_environment()
    {
        var settings = Some.Environments.Read("example-us-gov-west-1");

        var topic = synthesis.Of("example-us-gov-west-1").Notifications!.Only("AWS::SNS::Topic");

        Assert.Equal(settings.Notifications!.KmsKeyArn, (string?)topic["KmsMasterKeyId"]);
    }

    [Fact]
    public void A_topic_that_exists_is_used_by_its_name()
    {
        var assembly = synthesis.Of(OtherTopic);

        Assert.Null(assembly.Notifications);
        Assert.All(Told(assembly), topic => Assert.Equal(Some.TopicArn, (string?)topic));
    }

    [Fact]
    public void Without_anybody_to_tell_functions_get_no_topic_and_alarms_no_action()
    {
        var assembly = synthesis.Of(Some.Settings with { Notifications = null });

        Assert.Null(assembly.Notifications);
        Assert.All(Told(assembly), Assert.Null);
        Assert.DoesNotContain(assembly.Templates.SelectMany(template => template.Statements), Allows("sns:Publish"));
        Assert.All(
            assembly.Templates.SelectMany(template => template.All("AWS::CloudWatch::Alarm")),
            alarm => Assert.Null(alarm["Properties"]!["AlarmActions"]));
    }

    [Fact]
    public void Functions_may_publish_to_the_one_topic_and_use_its_key_for_that_only()
    {
        var statements = synthesis.Of(OtherTopic).Templates.SelectMany(template => template.Statements).ToList();

        var publish = statements.FindAll(Allows("sns:Publish"));
        Assert.Equal(3, publish.Count);
        Assert.All(publish, statement => Assert.Equal(Some.TopicArn, (string?)statement["Resource"]));
        var keys = statements.FindAll(statement => (statement["Resource"] as JsonValue)?.ToString() == Some.KmsKeyArn);
        Assert.Equal(3, keys.Count);
        Assert.All(keys, statement => JsonAssert.Same(
            $$"""{ "StringEquals": { "kms:EncryptionContext:aws:sns:topicArn": ["{{Some.TopicArn}}"] } }""",
            statement["Condition"]));
    }

    /// <summary>What the scheduled functions are told of the topic.</summary>
    private static IEnumerable<JsonNode?> Told(Assembly assembly) =>
        new[] { assembly.CertificateAuthority, assembly.DirectoryTrust! }
            .SelectMany(template => template.All("AWS::Lambda::Function"))
            .Where(function => (string?)function["Properties"]!["Handler"] is "CaRenewal" or "DirectoryReconcile")
            .Select(function => function["Properties"]!["Environment"]!["Variables"]!["TRUST_TOPIC_ARN"]);

    private static Predicate<JsonObject> Allows(string action) => statement =>
        (string?)statement["Effect"] == "Allow"
        && statement["Principal"] is null
        && Texts.Of(statement["Action"]).Contains(action);
}

using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>Environment <c>local</c> lists one address.</summary>
public sealed class NotificationProblemTests
{
    private const string Emails = "notifications.emails";

    private const string Topic = "notifications.topicArn";

    private static readonly string TwentyOne =
        $"[{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"pki{i}@example.com\""))}]";

    private static readonly string KeyElsewhere =
        Some.KmsKeyArn.Replace("us-east-1", "us-east-2", StringComparison.Ordinal);

    public static TheoryData<Problem> EveryProblem =>
    [
        new("notifications", "[\"pki@example.com\"]"),
        new("notifications", "{}"),
        new("notifications", $$"""{ "kmsKeyArn": "{{Some.KmsKeyArn}}" }"""),
        new("notifications.topic", "\"pki\""),
        new(Emails, "[]"),
        new(Emails, "[\"pki\"]", $"{Emails}[0]"),
        new(Emails, "[\"pki@example\"]", $"{Emails}[0]"),
        new(Emails, "[\"Pki <pki@example.com>\"]", $"{Emails}[0]"),
        new(Emails, "[\"pki@example.com\", \"pki@example.com\"]", $"{Emails}[1]"),
        new(Emails, TwentyOne),
        new(Topic, Problem.Text(Some.TopicArn), "notifications"),
        new("notifications", OnlyTopic("pki"), Topic),
        new("notifications", OnlyTopic($"{Some.TopicArn}.fifo"), Topic),
        new("notifications", OnlyTopic(Some.TopicArn.Replace("east", "west", StringComparison.Ordinal)), Topic),
        new("notifications", OnlyTopic(Some.TopicArn.Replace("aws", "aws-us-gov", StringComparison.Ordinal)), Topic),
        new("notifications.kmsKeyArn", "\"alias/pki\""),
        new("notifications.kmsKeyArn", Problem.Text(KeyElsewhere)),
    ];

    [Theory]
    [MemberData(nameof(EveryProblem))]
    public void Each_problem_is_reported_once_at_its_place(Problem problem)
    {
        var document = Some.Document();
        problem.ApplyTo(document);
        using var repository = new TemporaryRepository().With("edited", document);

        var exception = Assert.Throws<InvalidEnvironmentException>(() => repository.Environments.Read("edited"));

        var reported = Assert.Single(exception.Problems);
        Assert.Equal(problem.Path, reported.Path);
        Assert.All([reported.Found, reported.Allowed, reported.Next], part => Assert.NotEqual("", part));
    }

    [Fact]
    public void A_topic_that_exists_may_belong_to_another_account()
    {
        var topic = Some.TopicArn.Replace("111122223333", "444455556666", StringComparison.Ordinal);
        var document = Some.Document();
        document["notifications"] = JsonNode.Parse(OnlyTopic(topic));
        using var repository = new TemporaryRepository().With("edited", document);

        Assert.Equal(topic, repository.Environments.Read("edited").Notifications!.TopicArn);
    }

    private static string OnlyTopic(string arn) => $$"""{ "topicArn": "{{arn}}" }""";
}

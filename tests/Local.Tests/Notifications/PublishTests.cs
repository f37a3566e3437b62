using Infra.Local.Endpoint;
using Infra.Local.Notifications;

namespace Infra.Local.Tests.Notifications;

public sealed class PublishTests
{
    [Fact]
    public async Task A_message_is_kept_with_its_moment_sender_and_addresses()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync(""", "Subscription": [{ "Protocol": "email", "Endpoint": "pki@example.mil" }] """);
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(400));

        var result = await local.PublishAsync("Läuft ab & bald", "Corp Root CA expires in 90 days");

        var message = Assert.Single(local.Topics.Messages);
        Assert.Equal(message.Id.ToString(), result.Value);
        Assert.Equal(
            (NotificationFixture.TopicArn, "Corp Root CA expires in 90 days", "Läuft ab & bald"),
            (message.TopicArn, message.Subject, message.Text));
        Assert.Equal("arn:aws-us-gov:iam::111122223333:root", message.From);
        Assert.Equal(["pki@example.mil"], message.To);
        Assert.Equal(local.Clock.GetUtcNow(), message.At, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_message_of_the_greatest_size_is_taken_and_a_byte_more_is_not()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync();
        var greatest = new string('ä', PublicationRules.MaxMessageBytes / 2);

        await local.PublishAsync(greatest);
        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.PublishAsync(greatest + "."));

        Assert.Equal(("InvalidParameter", 400), (refusal.Code, refusal.StatusCode));
        Assert.Contains("262145 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(greatest, Assert.Single(local.Topics.Messages).Text);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("Schlüssel")]
    [InlineData(" begins with a space")]
    [InlineData("tab\there")]
    [InlineData("")]
    public async Task A_subject_that_sns_does_not_take_is_refused(string subject)
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.PublishAsync("text", subject));

        Assert.Equal("InvalidParameter", refusal.Code);
        Assert.StartsWith("Invalid parameter: Subject: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_has_at_most_100_characters()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync();

        await local.PublishAsync("text", new string('s', 100));
        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.PublishAsync("text", new string('s', 101)));

        Assert.Contains("it has 101 characters and may have 100", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_is_not_there_is_not_found()
    {
        await using var local = await NotificationFixture.StartAsync();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.PublishAsync("text"));

        Assert.Equal(("NotFound", 404), (refusal.Code, refusal.StatusCode));
    }

    [Theory]
    [InlineData("Subscribe", "2010-03-31", null, "InvalidAction")]
    [InlineData("Publish", "2012-01-01", null, "InvalidAction")]
    [InlineData("Publish", "2010-03-31", "MessageStructure", "NotImplemented")]
    public async Task What_is_not_emulated_is_refused(string action, string version, string? parameter, string code)
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync(
            "AKIAADMIN",
            ("Action", action),
            ("Version", version),
            ("TopicArn", NotificationFixture.TopicArn),
            ("Message", "{}"),
            (parameter ?? "Subject", "json")));

        Assert.Equal(code, refusal.Code);
        Assert.Empty(local.Topics.Messages);
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Infra.Local.Hosting;
using Infra.Local.Iam;
using Infra.Local.Notifications;

namespace Infra.Local.Tests.Notifications;

public sealed class HostedTopicTests
{
    [Fact]
    public async Task The_status_document_shows_the_newest_hundred_messages()
    {
        await using var aws = await LocalAws.StartAsync(S3.Some.Account, port: 0);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        var topic = aws.Notifications.Create("trust");
        foreach (var number in Enumerable.Range(1, 101))
        {
            aws.Notifications.Publish(
                new Publication(topic.Arn, $"Message {number}", "text"),
                new Principal.Administrator(S3.Some.AccountId));
        }

        var status = await http.GetFromJsonAsync<JsonObject>("/_local");

        var messages = status!["messages"]!.AsArray();
        Assert.Equal(100, messages.Count);
        Assert.Equal("Message 2", messages[0]!["subject"]!.ToString());
        Assert.Equal("Message 101", messages[^1]!["subject"]!.ToString());
    }
}

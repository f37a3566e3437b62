using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Infra.Local.Alarms;
using Infra.Local.Hosting;

namespace Infra.Local.Tests.Alarms;

public sealed class HostedAlarmTests
{
    [Fact]
    public async Task The_status_document_tells_the_state_of_every_alarm_since_when_and_why()
    {
        await using var aws = await LocalAws.StartAsync(S3.Some.Account, port: 0);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        aws.Alarms.Create(new AlarmDefinition { Name = "run-failed", Watch = Some.Watch });
        aws.Metrics.Add(Some.Metric);
        using var moved = await http.PostAsJsonAsync("/_local/clock", new { advance = "PT1M" });

        var status = await http.GetFromJsonAsync<JsonObject>("/_local");

        var alarm = Assert.Single(status!["alarms"]!.AsArray())!;
        Assert.Equal(("run-failed", "ALARM"), (alarm["name"]!.ToString(), alarm["state"]!.ToString()));
        Assert.StartsWith(
            "Threshold Crossed: 1 out of the last 1 datapoints [1.0 ",
            alarm["reason"]!.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(aws.Alarms.Find("run-failed")!.Since, DateTimeOffset.Parse(alarm["since"]!.ToString(), null));
    }
}

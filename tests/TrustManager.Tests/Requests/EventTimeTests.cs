using System.Text;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.Tests.Requests;

public sealed class EventTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData(""", "time": null""")]
    [InlineData(""", "time": "2026-11-20T08:00:00Z" """)]
    [InlineData(""", "time": "2026-11-22T08:00:00Z" """)]
    public void An_event_of_now_is_accepted(string time) => Assert.Null(Problem(time));

    [Theory]
    [InlineData("\"2026-11-20T07:59:59Z\"", "2026-11-20 07:59:59Z, and the function's clock says 2026-11-21 08:00:00Z")]
    [InlineData("\"2026-11-22T08:00:01Z\"", "2026-11-22 08:00:01Z, and the function's clock says 2026-11-21 08:00:00Z")]
    [InlineData("\"2033-01-01T00:00:00Z\"", "they may differ by 24 hours")]
    [InlineData("\"9999-12-31T00:00:00Z\"", "time is '9999-12-31T00:00:00Z'; it must be a day or moment")]
    [InlineData("\"yesterday\"", "time is 'yesterday'; it must be a day or moment")]
    [InlineData("\"\\n\\u001b[2J\"", "time is '\\u000a\\u001b[2J'; it must be a day or moment")]
    [InlineData("7", "time is '7'; it must be a day or moment")]
    public void An_event_of_another_day_is_refused_with_both_times(string time, string said)
    {
        var problem = Problem($", \"time\": {time}");

        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", problem, StringComparison.Ordinal);
    }

    private static string? Problem(string time)
    {
        var json = "{ \"source\": \"aws.s3\", \"detail-type\": \"Object Created\"" + time + " }";
        var read = InvocationReader.Read(Encoding.UTF8.GetBytes(json));
        return EventTime.Problem(Assert.IsType<Invocation.EventBridge>(read), Now);
    }
}

using System.Text.Json.Nodes;
using System.Threading.Channels;
using Infra.Local.LoadBalancing.Health;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class HealthCheckTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly HealthCheckSettings Every10Seconds = new()
    {
        Path = "/health",
        Interval = TimeSpan.FromSeconds(10),
        Timeout = TimeSpan.FromSeconds(5),
        HealthyThreshold = 3,
        UnhealthyThreshold = 2,
    };

    [Fact]
    public async Task Without_health_checks_the_function_is_left_alone()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        Assert.Equal(TargetState.Unavailable, rig.TargetGroup.Health.State);
        Assert.Empty(rig.Functions.Events);
    }

    [Fact]
    public async Task A_check_is_the_documented_event()
    {
        await using var checks = await ChecksAsync();

        var health = await checks.NextAsync();

        var expected = JsonNode.Parse($$"""
            {
              "requestContext": { "elb": { "targetGroupArn": "{{checks.Rig.TargetGroup.Arn}}" } },
              "httpMethod": "GET",
              "path": "/health",
              "queryStringParameters": {},
              "headers": { "user-agent": "ELB-HealthChecker/2.0" },
              "body": "",
              "isBase64Encoded": false
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, checks.Rig.Functions.Events.Single()));
        Assert.Equal(TargetState.Healthy, health.State);
    }

    [Fact]
    public async Task Checks_come_at_every_interval_and_turn_the_state_at_the_thresholds()
    {
        await using var checks = await ChecksAsync();
        var states = new List<TargetState> { (await checks.NextAsync()).State };

        foreach (var status in new[] { 500, 500, 200, 200, 200 })
        {
            checks.Rig.Functions.Document = $$"""{"statusCode":{{status}},"headers":{} }""";
            checks.Time.Advance(TimeSpan.FromSeconds(10));
            states.Add((await checks.NextAsync()).State);
        }

        Assert.Equal(
            [
                TargetState.Healthy, TargetState.Healthy, TargetState.Unhealthy,
                TargetState.Unhealthy, TargetState.Unhealthy, TargetState.Healthy,
            ],
            states);
    }

    [Fact]
    public async Task A_target_that_does_not_answer_in_time_fails()
    {
        await using var checks = await ChecksAsync();
        await checks.NextAsync();
        var asked = new TaskCompletionSource();
        checks.Rig.Functions.AnswerAsync = async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return FakeFunctions.Ok;
        };

        checks.Time.Advance(TimeSpan.FromSeconds(10));
        await asked.Task.WaitAsync(Patience);
        checks.Time.Advance(TimeSpan.FromSeconds(5));
        var health = await checks.NextAsync();

        Assert.Equal((1, "Health checks got no answer in 5 seconds."), (health.Failed, health.Detail));
    }

    [Fact]
    public async Task A_target_that_is_unhealthy_still_gets_requests_as_there_is_no_other()
    {
        await using var checks = await ChecksAsync("""{"statusCode":500,"headers":{}}""");
        await checks.NextAsync();
        checks.Time.Advance(TimeSpan.FromSeconds(10));
        var health = await checks.NextAsync();

        var answer = await RawHttp.GetAsync(checks.Rig.Port, "/");

        Assert.Equal(TargetState.Unhealthy, health.State);
        Assert.StartsWith("HTTP/1.1 500 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_end_when_no_listener_uses_the_group()
    {
        await using var checks = await ChecksAsync();
        await checks.NextAsync();

        await checks.Rig.LoadBalancers.SetListenerAsync(checks.Rig.LoadBalancer.Arn, null);
        checks.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(TargetState.Unused, checks.Rig.TargetGroup.Health.State);
        Assert.Single(checks.Rig.Functions.Events);
    }

    [Theory]
    [InlineData("200", 200, true)]
    [InlineData("200", 201, false)]
    [InlineData("200,204", 204, true)]
    [InlineData("200-299", 299, true)]
    [InlineData("200-299", 300, false)]
    public void Statuses_pass_as_the_matcher_says(string matcher, int status, bool passes)
    {
        Assert.Equal(passes, StatusMatcher.Parse(matcher).Matches(status));
    }

    private static async Task<Checks> ChecksAsync(string document = FakeFunctions.Ok)
    {
        var time = new ManualTime();
        var rig = await LoadBalancingRig.StartAsync(time: time);
        rig.Functions.Document = document;
        var checks = new Checks(rig, time);
        await rig.TargetGroups.ChangeAsync(
            rig.TargetGroup.Arn, LoadBalancingRig.Target with { HealthCheck = Every10Seconds });
        return checks;
    }

    private sealed class Checks : IAsyncDisposable
    {
        private readonly Channel<TargetHealth> _ended = Channel.CreateUnbounded<TargetHealth>();

        public Checks(LoadBalancingRig rig, ManualTime time)
        {
            (Rig, Time) = (rig, time);
            rig.TargetGroup.Checked += health => _ended.Writer.TryWrite(health);
        }

        public LoadBalancingRig Rig { get; }

        public ManualTime Time { get; }

        public Task<TargetHealth> NextAsync() => _ended.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public ValueTask DisposeAsync() => Rig.DisposeAsync();
    }
}

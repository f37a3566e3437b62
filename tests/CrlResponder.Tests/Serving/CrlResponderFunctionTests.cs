using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Telemetry;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Serving;

/// <summary>The entry point: events in, JSON documents out, two lines in the log.</summary>
public sealed class CrlResponderFunctionTests : IDisposable
{
    private readonly FakeCrlStore _store = new();
    private readonly MemoryStream _log = new();
    private readonly CrlResponderFunction _function;

    public CrlResponderFunctionTests()
    {
        _function = new CrlResponderFunction(Some.Settings, _store, new OutcomeLog(_log), new FakeTime(Some.Noon));
        _store.Put(Some.CertificateKey, Some.Certificate);
    }

    public void Dispose() => _log.Dispose();

    private async Task<JsonElement> HandleAsync(
        string json, TimeSpan? remaining = null, CrlResponderFunction? function = null)
    {
        await using var answer = await (function ?? _function).HandleAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(json)), new FakeLambdaContext(remaining ?? TimeSpan.FromSeconds(10)));
        var bytes = new MemoryStream();
        await answer.CopyToAsync(bytes);
        Assert.Equal(answer.Length, bytes.Length);
        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }

    private JsonElement[] LogLines() =>
    [
        .. Encoding.UTF8.GetString(_log.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static string Event(string path = Some.CrlPath, string method = "GET", string headers = """ "headers": {} """) =>
        $$"""
        {
          "requestContext": { "elb": { "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/crl/0123456789abcdef" } },
          "httpMethod": "{{method}}", "path": "{{path}}", "queryStringParameters": {}, {{headers}}, "body": "", "isBase64Encoded": false
        }
        """;

    [Fact]
    public async Task A_crl_is_answered_as_the_load_balancer_wants_it()
    {
        var crl = Some.Crl();
        _store.Put(Some.CrlKey, crl);

        var answer = await HandleAsync(Event());

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("200 OK", answer.GetProperty("statusDescription").GetString());
        Assert.True(answer.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(FakeCrlStore.ETag(crl), answer.GetProperty("headers").GetProperty("ETag").GetString());
        Assert.Equal(crl, answer.GetProperty("body").GetBytesFromBase64());
        Assert.False(answer.TryGetProperty("multiValueHeaders", out _));
    }

    [Fact]
    public async Task Multi_value_headers_are_read_and_answered()
    {
        var crl = Some.Crl();
        _store.Put(Some.CrlKey, crl);
        var etag = FakeCrlStore.ETag(crl).Replace("\"", "\\\"", StringComparison.Ordinal);

        var answer = await HandleAsync(
            Event(headers: $$""" "multiValueHeaders": { "If-None-Match": ["\"x\"", "{{etag}}"] } """));

        Assert.Equal(304, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("304 Not Modified", answer.GetProperty("statusDescription").GetString());
        Assert.Equal(
            FakeCrlStore.ETag(crl), answer.GetProperty("multiValueHeaders").GetProperty("ETag")[0].GetString());
        Assert.False(answer.TryGetProperty("headers", out _));
        Assert.Equal("", answer.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"GET\"")]
    [InlineData("""{ "httpMethod": null, "path": null, "headers": null }""")]
    [InlineData("""{ "httpMethod": 7, "path": {} }""")]
    [InlineData("""{ "httpMethod": "GET", "path": "/\ud800" }""")]
    public async Task An_event_that_is_no_request_gets_400(string json)
    {
        var answer = await HandleAsync(json);

        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("headers").ValueKind);
    }

    [Theory]
    [InlineData(""" "headers": null """)]
    [InlineData(""" "headers": { "if-none-match": null } """)]
    [InlineData(""" "multiValueHeaders": { "if-none-match": null, "user-agent": [], "if-modified-since": [null] } """)]
    public async Task Headers_may_be_anything(string headers)
    {
        _store.Put(Some.CrlKey, Some.Crl());

        var answer = await HandleAsync(Event(headers: headers));

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_defect_is_answered_with_500_and_logged_whole()
    {
        _store.Defect = new InvalidOperationException("something nobody thought of");

        var answer = await HandleAsync(Event());

        Assert.Equal(500, answer.GetProperty("statusCode").GetInt32());
        Assert.DoesNotContain("nobody", answer.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("Error", LogLines()[0].GetProperty("level").GetString());
        Assert.Contains("something nobody thought of", LogLines()[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, LogLines()[1].GetProperty(CrlResponderMetrics.Failed).GetInt32());
    }

    [Fact]
    public async Task A_silent_S3_is_waited_for_no_longer_than_the_setting_says()
    {
        _store.IsSilent = true;
        var settings = Some.Settings with { S3Timeout = TimeSpan.FromMilliseconds(100) };
        var function = new CrlResponderFunction(settings, _store, new OutcomeLog(_log), TimeProvider.System);

        var answer = await HandleAsync(Event(), function: function);

        Assert.Equal(503, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(1, LogLines()[1].GetProperty(CrlResponderMetrics.Unavailable).GetInt32());
    }

    [Fact]
    public async Task S3_is_not_waited_for_when_the_deadline_is_near()
    {
        _store.Put(Some.CrlKey, Some.Crl());

        var answer = await HandleAsync(Event(), remaining: TimeSpan.FromMilliseconds(900));

        Assert.Equal(503, answer.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task Each_request_leaves_one_line_to_read_and_one_of_metrics()
    {
        _store.Put(Some.CrlKey, Some.Crl(number: 42));

        await HandleAsync(Event(headers: """ "headers": { "x-forwarded-for": "1.2.3.4, 10.0.1.5" } """));

        var lines = LogLines();
        Assert.Equal(2, lines.Length);
        Assert.Equal("Served", lines[0].GetProperty("outcome").GetString());
        Assert.Equal("Information", lines[0].GetProperty("level").GetString());
        Assert.Equal("42", lines[0].GetProperty("crlNumber").GetString());
        Assert.Equal("2026-11-28T12:00:00Z", lines[0].GetProperty("nextUpdate").GetString());
        Assert.Equal("S3", lines[0].GetProperty("source").GetString());
        Assert.Equal("10.0.1.5", lines[0].GetProperty("client").GetString());
        Assert.Equal("request-1", lines[0].GetProperty("requestId").GetString());

        var directive = lines[1].GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
        Assert.Equal("CrlResponder", directive.GetProperty("Namespace").GetString());
        Assert.Equal("FunctionName", directive.GetProperty("Dimensions")[0][0].GetString());
        Assert.Equal("crl-responder", lines[1].GetProperty("FunctionName").GetString());
        Assert.Equal(1, lines[1].GetProperty(CrlResponderMetrics.Served).GetInt32());
        Assert.Equal(7 * 86400, lines[1].GetProperty(CrlResponderMetrics.SecondsToNextUpdate).GetInt32());
        Assert.All(
            directive.GetProperty("Metrics").EnumerateArray(),
            metric => Assert.Equal(
                JsonValueKind.Number, lines[1].GetProperty(metric.GetProperty("Name").GetString()!).ValueKind));
    }

    [Fact]
    public async Task What_a_client_sends_cannot_break_or_flood_the_log()
    {
        var path = "/" + new string('x', 254) + string.Concat(Enumerable.Repeat("\U0001F512", 50_000));

        await HandleAsync(Event(path: path + "\\n{}", headers: """ "headers": { "x-forwarded-for": "a\r\nb" } """));

        Assert.Equal(2, LogLines().Length);
        Assert.InRange(_log.Length, 1, 2000);
    }

    [Fact]
    public void No_answer_contains_a_null()
    {
        var values = Gen.Elements("null", "\"\"", "\"GET\"", "\"HEAD\"", "\"/crl/a.crl\"", "\"/health\"", "7", "{}", "[]");
        var events = values.ArrayOf(5).Select(value =>
            $$"""
            { "httpMethod": {{value[0]}}, "path": {{value[1]}}, "headers": {{value[2]}}, "multiValueHeaders": {{value[3]}}, "body": {{value[4]}} }
            """);

        Prop.ForAll(events.ToArbitrary(), json =>
        {
            var answer = HandleAsync(json).GetAwaiter().GetResult();

            Assert.All(answer.EnumerateObject(), member => Assert.NotEqual(JsonValueKind.Null, member.Value.ValueKind));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Memory_taken_by_a_warm_answer_does_not_grow_with_the_crl()
    {
        _store.Put("crl/small.crl", Some.Crl(revoked: 1));
        _store.Put("crl/large.crl", Some.Crl(revoked: 15_000));
        var small = await AllocatedAsync("/crl/small.crl");

        var large = await AllocatedAsync("/crl/large.crl");

        Assert.InRange(large - small, -8_192, 8_192);
    }

    private async Task<long> AllocatedAsync(string path)
    {
        var input = Encoding.UTF8.GetBytes(Event(path));
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await CopyAsync(input);
        }

        // Nothing waits here, so all of it happens on this thread, and tests that run beside do not count.
        var before = GC.GetAllocatedBytesForCurrentThread();
        await CopyAsync(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private async Task CopyAsync(byte[] input)
    {
        _log.SetLength(0);
        await using var answer =
            await _function.HandleAsync(new MemoryStream(input), new FakeLambdaContext(TimeSpan.FromSeconds(10)));
        await answer.CopyToAsync(Stream.Null);
    }
}

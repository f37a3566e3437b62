using System.Net;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class AnswerTests : IDisposable
{
    private readonly HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_client_gets_status_headers_and_the_decoded_body()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Document = """
            {
              "statusCode": 200, "statusDescription": "200 Fine", "isBase64Encoded": true, "body": "MIIB",
              "headers": { "Content-Type": "application/pkix-crl", "ETag": "\"abc\"", "Cache-Control": "public, max-age=60" }
            }
            """;

        using var answer = await _client.GetAsync(rig.Url);

        Assert.Equal((HttpStatusCode.OK, "Fine"), (answer.StatusCode, answer.ReasonPhrase));
        Assert.Equal([0x30, 0x82, 0x01], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pkix-crl", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\"abc\"", answer.Headers.ETag!.Tag);
        Assert.Equal(3, answer.Content.Headers.ContentLength);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Headers_of_the_connection_are_dropped_and_the_length_is_computed()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Document = """
            {
              "statusCode": 200, "body": "four",
              "headers": { "Content-Length": "99", "Connection": "upgrade", "Transfer-Encoding": "chunked", "Keep-Alive": "1" }
            }
            """;

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        Assert.Contains("\r\nContent-Length: 4\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("upgrade", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep-Alive", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nfour", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_multi_value_mode_every_value_is_a_header()
    {
        await using var rig = await LoadBalancingRig.StartAsync(LoadBalancingRig.Target with { MultiValueHeaders = true });
        rig.Functions.Document = """{"statusCode":200,"multiValueHeaders":{"X-Custom":["first","second"]},"body":""}""";

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        Assert.Contains("\r\nX-Custom: first\r\nX-Custom: second\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_gives_the_headers_and_no_body()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.SendAsync(rig.Port, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/plain\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(304, "304 Not Modified")]
    [InlineData(204, "204 No Content")]
    public async Task Some_statuses_have_no_body(int status, string line)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Document = $$"""{"statusCode":{{status}},"headers":{"ETag":"\"abc\""},"body":"dropped"}""";

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        Assert.StartsWith($"HTTP/1.1 {line}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nETag: \"abc\"\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_HTTP_1_0_is_served_without_a_host()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.SendAsync(rig.Port, "GET /crl/1.crl HTTP/1.0\r\n\r\n");

        Assert.Contains(" 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nok", answer, StringComparison.Ordinal);
        Assert.Null(rig.Functions.Events.Single()["headers"]!["host"]);
    }

    [Fact]
    public async Task A_connection_serves_one_request_after_the_other()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.SendAsync(
            rig.Port, "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Equal(["/1", "/2"], rig.Functions.Events.Select(input => (string?)input["path"]));
        Assert.Equal(2, answer.Split("HTTP/1.1 200 OK").Length - 1);
    }

    [Fact]
    public async Task A_fixed_response_asks_no_function()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        await rig.LoadBalancers.SetListenerAsync(
            rig.LoadBalancer.Arn,
            rig.LoadBalancer.Listener! with
            {
                Action = new Infra.Local.LoadBalancing.ListenerAction.FixedResponse(404, "text/plain", "nothing here"),
            });

        using var answer = await _client.GetAsync(rig.Url);

        Assert.Equal((HttpStatusCode.NotFound, "nothing here"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(rig.Functions.Events);
    }
}

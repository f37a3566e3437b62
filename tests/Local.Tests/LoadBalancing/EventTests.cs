using System.Text.Json.Nodes;
using Infra.Local.Iam;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class EventTests
{
    [Fact]
    public async Task A_request_becomes_the_documented_event()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/crl/1.crl", "User-Agent: Microsoft-CryptoAPI/10.0", "If-None-Match: \"abc\"");

        var input = rig.Functions.Events.Single();
        var trace = (string)input["headers"]!["x-amzn-trace-id"]!;
        var expected = JsonNode.Parse($$"""
            {
              "requestContext": { "elb": { "targetGroupArn": "{{rig.TargetGroup.Arn}}" } },
              "httpMethod": "GET",
              "path": "/crl/1.crl",
              "queryStringParameters": {},
              "headers": {
                "host": "crl.example",
                "user-agent": "Microsoft-CryptoAPI/10.0",
                "if-none-match": "\"abc\"",
                "x-amzn-trace-id": "{{trace}}",
                "x-forwarded-for": "127.0.0.1",
                "x-forwarded-port": "80",
                "x-forwarded-proto": "http"
              },
              "body": "",
              "isBase64Encoded": false
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, input), input.ToJsonString());
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$", trace);
    }

    [Fact]
    public async Task The_function_is_invoked_in_the_name_of_the_target_group()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/");

        Assert.Equal(
            new Principal.Service("elasticloadbalancing.amazonaws.com", rig.TargetGroup.Arn, "111122223333"),
            Assert.Single(rig.Functions.Callers));
    }

    [Theory]
    [InlineData("/a%2Fb/%2e%2e/c//d")]
    [InlineData("/crl/../../etc/passwd")]
    [InlineData("/crl/%2e%2e%2f%2E%2E/x.crl")]
    [InlineData("/crl/a\\..\\b.crl")]
    [InlineData("/crl/%zz.crl")]
    [InlineData("/crl/%C3%28.crl")]
    [InlineData("/crl/%0d%0a.crl")]
    [InlineData("//crl//1.crl/")]
    [InlineData("/crl/1.crl;v=1+2~'()*")]
    public async Task The_path_is_what_the_client_sent(string path)
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, path);

        Assert.Equal(path, (string?)rig.Functions.Events.Single()["path"]);
    }

    [Theory]
    [InlineData("http://other.example/crl/1.crl?a=1", "/crl/1.crl")]
    [InlineData("http://other.example", "/")]
    public async Task Of_an_absolute_target_only_path_and_query_count(string target, string path)
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.SendAsync(rig.Port, $"GET {target} HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n");

        Assert.Equal(path, (string?)rig.Functions.Events.Single()["path"]);
    }

    [Fact]
    public async Task Query_parameters_are_not_decoded_and_the_last_value_wins()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/?a=1&b%20c=d%26e&a=2&flag&x=y=z&&q=?");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"a":"2","b%20c":"d%26e","flag":"","x":"y=z","q":"?"}"""),
            rig.Functions.Events.Single()["queryStringParameters"]));
    }

    [Fact]
    public async Task Of_a_repeated_header_the_last_value_wins()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/", "X-Custom: first", "x-cUSTOM: second");

        Assert.Equal("second", (string?)rig.Functions.Events.Single()["headers"]!["x-custom"]);
    }

    [Fact]
    public async Task In_multi_value_mode_lists_stand_instead_of_single_values()
    {
        await using var rig = await LoadBalancingRig.StartAsync(LoadBalancingRig.Target with { MultiValueHeaders = true });
        rig.Functions.Document = """{"statusCode":200,"multiValueHeaders":{}}""";

        await RawHttp.GetAsync(rig.Port, "/?a=1&a=2", "X-Custom: first", "X-Custom: second");

        var input = rig.Functions.Events.Single();
        Assert.Equal("""["first","second"]""", input["multiValueHeaders"]!["x-custom"]!.ToJsonString());
        Assert.Equal("""["127.0.0.1"]""", input["multiValueHeaders"]!["x-forwarded-for"]!.ToJsonString());
        Assert.Equal("""{"a":["1","2"]}""", input["multiValueQueryStringParameters"]!.ToJsonString());
        Assert.Null(input["headers"]);
        Assert.Null(input["queryStringParameters"]);
    }

    [Fact]
    public async Task Headers_of_the_connection_do_not_pass()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/", "TE: trailers", "Keep-Alive: timeout=5", "Upgrade: h2c", "Accept: */*");

        var names = rig.Functions.Events.Single()["headers"]!.AsObject().Select(header => header.Key);
        Assert.Equal(
            ["accept", "host", "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto"], names.Order());
    }

    [Fact]
    public async Task A_client_that_was_forwarded_already_is_the_first_of_the_list()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/", "X-Forwarded-For: 10.9.8.7", "X-Forwarded-Proto: https", "X-Forwarded-Port: 443");

        var headers = rig.Functions.Events.Single()["headers"]!;
        Assert.Equal("10.9.8.7, 127.0.0.1", (string?)headers["x-forwarded-for"]);
        Assert.Equal(("http", "80"), ((string?)headers["x-forwarded-proto"], (string?)headers["x-forwarded-port"]));
    }

    [Theory]
    [InlineData("preserve", "10.9.8.7")]
    [InlineData("remove", null)]
    public async Task How_forwarded_clients_are_handled_is_an_attribute(string mode, string? expected)
    {
        await using var rig = await LoadBalancingRig.StartAsync(settings: LoadBalancingRig.Settings with
        {
            Attributes = LoadBalancingRig.Attributes(("routing.http.xff_header_processing.mode", mode)),
        });

        await RawHttp.GetAsync(rig.Port, "/", "X-Forwarded-For: 10.9.8.7");

        Assert.Equal(expected, (string?)rig.Functions.Events.Single()["headers"]!["x-forwarded-for"]);
    }

    [Fact]
    public async Task A_trace_that_the_client_began_goes_on()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.GetAsync(rig.Port, "/", "X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678");

        Assert.Matches(
            "^Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678$",
            (string?)rig.Functions.Events.Single()["headers"]!["x-amzn-trace-id"]);
    }

    [Theory]
    [InlineData("true", null)]
    [InlineData("false", "1")]
    public async Task Headers_with_unusual_names_pass_unless_they_are_to_be_dropped(string drop, string? expected)
    {
        await using var rig = await LoadBalancingRig.StartAsync(settings: LoadBalancingRig.Settings with
        {
            Attributes = LoadBalancingRig.Attributes(("routing.http.drop_invalid_header_fields.enabled", drop)),
        });

        await RawHttp.GetAsync(rig.Port, "/", "X_Custom: 1");

        Assert.Equal(expected, (string?)rig.Functions.Events.Single()["headers"]!["x_custom"]);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", null, false)]
    [InlineData("application/json", null, false)]
    [InlineData("application/javascript", null, false)]
    [InlineData("APPLICATION/XML", null, false)]
    [InlineData("application/ocsp-request", null, true)]
    [InlineData(null, null, true)]
    [InlineData("text/plain", "gzip", true)]
    public async Task A_body_is_base64_unless_its_type_is_text_and_it_is_not_encoded(string? type, string? encoding, bool base64)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        var headers = (type is null ? "" : $"Content-Type: {type}\r\n") + (encoding is null ? "" : $"Content-Encoding: {encoding}\r\n");

        await RawHttp.SendAsync(
            rig.Port, $"POST /ocsp HTTP/1.1\r\nHost: a\r\n{headers}Content-Length: 5\r\nConnection: close\r\n\r\nhello");

        var input = rig.Functions.Events.Single();
        Assert.Equal(base64 ? "aGVsbG8=" : "hello", (string?)input["body"]);
        Assert.Equal(base64, (bool)input["isBase64Encoded"]!);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Ordinary_methods_reach_the_function(string method)
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        await RawHttp.SendAsync(rig.Port, $"{method} / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.Equal(method, (string?)rig.Functions.Events.Single()["httpMethod"]);
    }
}

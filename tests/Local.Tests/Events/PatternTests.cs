using System.Text.Json.Nodes;
using Infra.Local.Events.Patterns;

namespace Infra.Local.Tests.Events;

public sealed class PatternTests
{
    private static readonly JsonObject Event = Json("""
        {
          "source": "aws.s3", "detail-type": "Object Created", "resources": ["arn:aws:s3:::drop", "arn:aws:s3:::other"],
          "detail": { "bucket": { "name": "drop" }, "object": { "key": "pem/Root.PEM", "size": 12 }, "reason": null, "tags": [], "parts": [{ "n": 1, "ok": true }, { "n": 2, "ok": false }] }
        }
        """);

    [Theory]
    [InlineData("""{ "source": ["aws.s3"], "detail": { "bucket": { "name": ["drop", "x"] } } }""", true)]
    [InlineData("""{ "source": ["aws.s3"], "detail": { "bucket": { "name": ["x"] } } }""", false)]
    [InlineData("""{ "source": ["AWS.S3"] }""", false)]
    [InlineData("""{ "resources": ["arn:aws:s3:::other"] }""", true)]
    [InlineData("""{ "resources": ["arn:aws:s3:::third"] }""", false)]
    [InlineData("""{ "detail": { "object": { "size": [12] } } }""", true)]
    [InlineData("""{ "detail": { "object": { "size": ["12"] } } }""", false)]
    [InlineData("""{ "detail": { "reason": [null] } }""", true)]
    [InlineData("""{ "detail": { "missing": [null] } }""", false)]
    [InlineData("""{ "detail": { "parts": { "n": [1], "ok": [true] } } }""", true)]
    [InlineData("""{ "detail": { "parts": { "n": [1], "ok": [false] } } }""", false)]
    [InlineData("""{ "detail": { "object": { "key": [{ "prefix": "pem/" }] } } }""", true)]
    [InlineData("""{ "detail": { "object": { "key": [{ "prefix": "PEM/" }] } } }""", false)]
    [InlineData("""{ "detail": { "object": { "key": [{ "suffix": ".pem" }, { "suffix": ".PEM" }] } } }""", true)]
    [InlineData("""{ "detail": { "object": { "key": [{ "equals-ignore-case": "PEM/root.pem" }] } } }""", true)]
    [InlineData("""{ "detail": { "object": { "key": [{ "wildcard": "pem/*.PEM" }] } } }""", true)]
    [InlineData("""{ "detail": { "object": { "key": [{ "wildcard": "pem/\\*.PEM" }] } } }""", false)]
    [InlineData("""{ "detail": { "object": { "size": [{ "prefix": "1" }] } } }""", false)]
    [InlineData("""{ "detail": { "bucket": { "name": [{ "anything-but": ["x", "y"] }] } } }""", true)]
    [InlineData("""{ "detail": { "bucket": { "name": [{ "anything-but": "drop" }] } } }""", false)]
    [InlineData("""{ "detail": { "bucket": { "name": [{ "anything-but": { "prefix": ["x", "dr"] } }] } } }""", false)]
    [InlineData("""{ "detail": { "missing": [{ "anything-but": "x" }] } }""", false)]
    [InlineData("""{ "detail": { "reason": [{ "exists": true }] } }""", true)]
    [InlineData("""{ "detail": { "missing": [{ "exists": true }] } }""", false)]
    [InlineData("""{ "detail": { "missing": { "deeper": [{ "exists": false }] } } }""", true)]
    [InlineData("""{ "detail": { "bucket": { "name": [{ "exists": false }] } } }""", false)]
    [InlineData("""{ "detail": { "tags": [{ "exists": true }] } }""", false)]
    public void An_event_matches_as_eventbridge_says(string pattern, bool expected)
    {
        var matches = EventPattern.Parse(Json(pattern)).Matches(Event);

        Assert.Equal(expected, matches);
    }

    [Theory]
    [InlineData("""{ "detail": { "size": [{ "numeric": [">", 3] }] } }""", "numeric")]
    [InlineData("""{ "detail": { "ip": [{ "cidr": "10.0.0.0/8" }] } }""", "cidr")]
    [InlineData("""{ "detail": { "key": [{ "prefix": { "equals-ignore-case": "x" } }] } }""", "prefix")]
    [InlineData("""{ "detail": { "$or": [{ "a": [1] }, { "b": [2] }] } }""", "$or")]
    [InlineData("""{ "source": "aws.s3" }""", "array")]
    [InlineData("""{ "source": [] }""", "array")]
    [InlineData("""{ "detail": {} }""", "detail is empty")]
    [InlineData("{}", "EventPattern is empty")]
    public void What_is_not_emulated_is_refused_by_name(string pattern, string named)
    {
        var error = Assert.Throws<FormatException>(() => EventPattern.Parse(Json(pattern)));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_is_too_long_is_refused()
    {
        var pattern = new JsonObject { ["source"] = new JsonArray(new string('x', 4096)) };

        var error = Assert.Throws<FormatException>(() => EventPattern.Parse(pattern));

        Assert.Contains("at most 4096", error.Message, StringComparison.Ordinal);
    }

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();
}

using System.Text;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.Tests.Requests;

public sealed class InvocationReaderTests
{
    [Theory]
    [InlineData("""{"RequestType":"Create","ResponseURL":"https://example.com"}""")]
    [InlineData("""{"ResponseURL":7}""")]
    [InlineData("""{"RequestType":"Update","request":"plan","source":"aws.s3","detail-type":"x"}""")]
    public void What_looks_like_CloudFormations_is_CloudFormations_whatever_else_it_has(string json) =>
        Assert.IsType<Invocation.CloudFormation>(Read(json));

    [Theory]
    [InlineData("""{"request":"apply"}""", "apply")]
    [InlineData("""{"request":"apply","source":"aws.events","detail-type":"Scheduled Event"}""", "apply")]
    [InlineData("""{"request":7}""", "7")]
    [InlineData("""{"request":{"a":[]}}""", """{"a":[]}""")]
    public void A_request_is_named_by_its_member(string json, string name) =>
        Assert.Equal(name, Assert.IsType<Invocation.Request>(Read(json)).Name);

    [Fact]
    public void An_event_has_a_source_and_a_detail_type_and_no_more_than_a_line_of_them_is_kept()
    {
        var read = Read($$"""{"source":"aws.s3","detail":7,"detail-type":"{{new string('x', 5000)}}"}""");

        Assert.Equal($"aws.s3 {new string('x', 128)}", Assert.IsType<Invocation.EventBridge>(read).What);
    }

    [Theory]
    [InlineData("", "not valid UTF-8 JSON")]
    [InlineData("plan", "not valid UTF-8 JSON")]
    [InlineData("""{"request":"plan",""", "not valid UTF-8 JSON")]
    [InlineData("""{"request":"plan","request":"apply"}""", "repeats a member")]
    [InlineData("""{"request":"hold","reason":"\ud800"}""", "a text that is not Unicode")]
    [InlineData("""{"\udc00":1}""", "a text that is not Unicode")]
    [InlineData("null", "not a JSON object but Null")]
    [InlineData("[]", "not a JSON object but Array")]
    [InlineData("\"plan\"", "not a JSON object but String")]
    [InlineData("{}", "it has no member 'request'")]
    [InlineData("""{"source":"aws.s3"}""", "it has no member 'request'")]
    [InlineData("""{"source":7,"detail-type":"x"}""", "it has no member 'request'")]
    public void Anything_else_is_unreadable_and_says_why(string json, string why) => Assert.Contains(
        why, Assert.IsType<Invocation.Unreadable>(Read(json)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_unreadable() => Assert.IsType<Invocation.Unreadable>(
        InvocationReader.Read(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }));

    [Fact]
    public void Nesting_without_end_is_unreadable() =>
        Assert.IsType<Invocation.Unreadable>(Read("""{"request":""" + new string('[', 100_000)));

    private static Invocation Read(string json) => InvocationReader.Read(Encoding.UTF8.GetBytes(json));
}

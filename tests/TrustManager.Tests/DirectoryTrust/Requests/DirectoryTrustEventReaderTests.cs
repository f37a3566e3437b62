using System.Text;
using Infra.TrustManager.DirectoryTrust.Requests;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

public sealed class DirectoryTrustEventReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"RequestType":"Create","ResponseURL":"https://example.com"}""")]
    [InlineData("""{"ResponseURL":"https://example.com","request":"plan","source":"aws.s3","detail-type":"x"}""")]
    [InlineData("{\"RequestType\":\"Create\",\"ResponseURL\":\"https://example.com\",")]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("")]
    public void What_could_be_cloudformations_is_left_to_its_own_reader(string json) =>
        Assert.IsType<DirectoryTrustEvent.Resource>(Read(json));

    [Fact]
    public void An_event_is_decided_for_its_own_moment()
    {
        var read = Read("""{"source":"aws.events","detail-type":"Scheduled Event","time":"2026-11-20T07:00:00Z","detail":{}}""");

        Assert.Equal(new DirectoryTrustEvent.Occurrence("aws.events Scheduled Event", Now.AddHours(-25)), read);
    }

    [Theory]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created"}""")]
    [InlineData("""{"source":"aws.s3","detail-type":"Object Created","time":"yesterday"}""")]
    public void An_event_without_a_moment_is_decided_for_now(string json) =>
        Assert.Equal(new DirectoryTrustEvent.Occurrence("aws.s3 Object Created", Now), Read(json));

    [Fact]
    public void A_hold_has_a_reason_and_perhaps_an_end() => Assert.Equal(
        new DirectoryTrustEvent.Hold("audit", new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero), Now),
        Read("""{"request":"hold","reason":" audit ","until":"2027-01-31"}"""));

    [Fact]
    public void A_plan_may_be_asked_for_another_day_and_for_other_properties()
    {
        var read = Read("""{"request":"plan","time":"2027-01-01T00:00:00Z","properties":{"DirectoryId":"d-1"}}""");

        var plan = Assert.IsType<DirectoryTrustEvent.Plan>(read);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), plan.At);
        Assert.Equal("d-1", plan.Properties!["DirectoryId"]);
    }

    [Theory]
    [InlineData("""{"request":"plan"}""", typeof(DirectoryTrustEvent.Plan))]
    [InlineData("""{"request":"apply"}""", typeof(DirectoryTrustEvent.Apply))]
    [InlineData("""{"request":"release"}""", typeof(DirectoryTrustEvent.Release))]
    [InlineData("""{"request":"history"}""", typeof(DirectoryTrustEvent.History))]
    public void The_other_requests_need_no_more_than_their_name(string json, Type kind) =>
        Assert.IsType(kind, Read(json));

    [Theory]
    [InlineData("""{"request":"destroy"}""", "request is 'destroy'; it must be one of plan, apply, hold, release, history")]
    [InlineData("""{"request":7}""", "request is '7'")]
    [InlineData("""{"request":"hold"}""", "reason has 0 characters; it must have 1 to 200")]
    [InlineData("""{"request":"hold","reason":"x","until":"soon"}""", "until is 'soon'; it must be a day")]
    [InlineData("""{"request":"hold","reason":"x","until":"2026-11-21"}""", "until is 2026-11-21 00:00:00Z, which is not after")]
    [InlineData("""{"request":"hold","reason":"x","untill":"2027-01-31"}""", "no member 'untill', allowed are reason, until, time")]
    [InlineData("""{"request":"history","time":"2027-01-31"}""", "a history has no member 'time', allowed are none")]
    [InlineData("""{"request":"apply","time":5}""", "time is '5'; it must be a day or moment of ISO 8601")]
    [InlineData("""{"request":"plan","properties":"x"}""", "properties must be an object")]
    [InlineData("""{"request":"hold","reason":"\ud800"}""", "no Unicode")]
    public void What_cannot_be_read_is_answered_with_what_is_allowed(string json, string said)
    {
        var wrong = Assert.IsType<DirectoryTrustEvent.Wrong>(Read(json));

        Assert.Contains(said, wrong.Problem, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", wrong.Problem, StringComparison.Ordinal);
    }

    private static DirectoryTrustEvent Read(string json) => DirectoryTrustEventReader.Read(Encoding.UTF8.GetBytes(json), Now);
}

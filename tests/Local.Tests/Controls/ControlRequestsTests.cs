using Infra.Local.Controls;
using Infra.Local.Faults;

namespace Infra.Local.Tests.Controls;

public sealed class ControlRequestsTests
{
    [Theory]
    [InlineData("PT31M", 31)]
    [InlineData("P4D", 4 * 24 * 60)]
    public void The_clock_is_moved_by_a_duration(string duration, int minutes)
    {
        var by = ControlRequests.Advance($$"""{"advance":"{{duration}}"}""");

        Assert.Equal(TimeSpan.FromMinutes(minutes), by);
    }

    [Theory]
    [InlineData("""{"advance":"-PT1M"}""")]
    [InlineData("""{"advance":"PT0S"}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"P99999999999D"}""")]
    [InlineData("""{"forward":"PT1M"}""")]
    [InlineData("")]
    [InlineData("null")]
    public void What_is_no_way_forward_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => ControlRequests.Advance(json));
    }

    [Fact]
    public void A_fault_is_read_with_its_defaults()
    {
        var fault = ControlRequests.Fault("""{"service":"s3","operation":"GetObject","kind":"Throttle"}""");

        Assert.Equal(new Fault("s3", "GetObject", FaultKind.Throttle), fault);
    }

    [Fact]
    public void A_fault_can_name_any_error()
    {
        var fault = ControlRequests.Fault(
            """{"service":"acm-pca","operation":"GetCertificate","kind":"Error","errorCode":"RequestInProgressException","times":2}""");

        Assert.Equal(
            new Fault("acm-pca", "GetCertificate", FaultKind.Error) { ErrorCode = "RequestInProgressException", Times = 2 }, fault);
    }

    [Theory]
    [InlineData("""{"service":"s3","operation":"GetObject","kind":"Error"}""")]
    [InlineData("""{"service":"s3","operation":"GetObject","kind":"Throttle","errorCode":"NoSuchKey"}""")]
    [InlineData("""{"service":"s3","operation":"GetObject","kind":"Explode"}""")]
    [InlineData("""{"service":"s3","kind":"Throttle"}""")]
    [InlineData("[]")]
    public void A_fault_that_makes_no_sense_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => ControlRequests.Fault(json));
    }
}

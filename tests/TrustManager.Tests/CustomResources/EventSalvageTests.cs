using System.Text;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class EventSalvageTests
{
    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\u00FF\"")]
    [InlineData("5")]
    [InlineData("{\"RequestId\":\"not this one\"}")]
    public void A_member_that_cannot_be_read_hides_none_after_it(string physicalId)
    {
        Assert.Equal("request-1", AddressAfter($"\"PhysicalResourceId\":{physicalId}").RequestId);
    }

    [Fact]
    public void A_name_that_is_no_text_hides_no_member_after_it() =>
        Assert.Equal("request-1", AddressAfter("\"\\ud800\":1").RequestId);

    [Fact]
    public void What_nests_deep_hides_no_member_after_it() =>
        Assert.Equal(
            "request-1", AddressAfter($"\"A\":{new string('[', 100_000)}{new string(']', 100_000)}").RequestId);

    private static AnswerAddress AddressAfter(string members)
    {
        var rest = Some.Event("Create", Some.PropertyValues()).ToJsonString()[1..];
        var reading = EventReader.Read(Encoding.Latin1.GetBytes($"{{{members},{rest}"), Some.Responses);
        return Assert.IsType<EventReading.Malformed>(reading).Address;
    }
}

using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class EventReaderTests
{
    [Fact]
    public void A_complete_event_is_a_request()
    {
        var update = Some.Event("Update", Some.PropertyValues());
        update["PhysicalResourceId"] = "id";
        update["OldResourceProperties"] = new JsonObject { ["CustomCname"] = "old.example" };

        var request = Assert.IsType<EventReading.Request>(Read(update)).Content;

        Assert.Equal(RequestKind.Update, request.Kind);
        Assert.Equal("id", request.Address.PhysicalResourceId);
        Assert.Equal(Some.Cname, request.Properties["CustomCname"]);
        Assert.Equal("old.example", request.OldProperties["CustomCname"]);
    }

    [Fact]
    public void Scalars_that_are_no_strings_are_read_as_if_they_were()
    {
        var create = Some.Event("Create", Some.PropertyValues());
        create["ResourceProperties"] = new JsonObject { ["ExpirationInDays"] = 7, ["RestoreOnDelete"] = true, ["Nothing"] = null };

        var request = Assert.IsType<EventReading.Request>(Read(create)).Content;

        Assert.Equal("7", request.Properties["ExpirationInDays"]);
        Assert.Equal("true", request.Properties["RestoreOnDelete"]);
        Assert.Null(request.Properties["Nothing"]);
    }

    [Theory]
    [InlineData("RequestType", "Replace", "RequestType is 'Replace'")]
    [InlineData("RequestType", "create", "RequestType is 'create'")]
    [InlineData("RequestType", "0", "RequestType is '0'")]
    [InlineData("RequestType", null, "RequestType is ''")]
    [InlineData("RequestType", "Delete", "PhysicalResourceId is missing")]
    [InlineData("ResourceProperties", null, "ResourceProperties is missing")]
    [InlineData("ResourceProperties", "text", "ResourceProperties is missing or no object")]
    public void An_event_that_is_not_usable_says_why(string member, string? value, string problem)
    {
        var create = Some.Event("Create", Some.PropertyValues());
        create[member] = value;

        var malformed = Assert.IsType<EventReading.Malformed>(Read(create));

        Assert.Contains(problem, malformed.Problem, StringComparison.Ordinal);
        Assert.Equal("request-1", malformed.Address.RequestId);
    }

    [Theory]
    [InlineData("ResponseURL", null)]
    [InlineData("ResponseURL", "")]
    [InlineData("ResponseURL", "/relative")]
    [InlineData("ResponseURL", "file:///etc/passwd")]
    [InlineData("ResponseURL", "https://example.com/")]
    [InlineData("StackId", null)]
    [InlineData("RequestId", "")]
    [InlineData("LogicalResourceId", null)]
    public void An_event_that_cannot_be_answered_says_so(string member, string? value)
    {
        var create = Some.Event("Create", Some.PropertyValues());
        create[member] = value;

        Assert.IsType<EventReading.Unanswerable>(Read(create));
    }

    [Fact]
    public void A_member_of_the_wrong_type_can_still_be_answered()
    {
        var create = Some.Event("Create", Some.PropertyValues());
        create["RequestType"] = new JsonArray(1, new JsonObject { ["RequestId"] = "not this one" });

        var malformed = Assert.IsType<EventReading.Malformed>(Read(create));

        Assert.Equal("request-1", malformed.Address.RequestId);
    }

    [Fact]
    public void An_event_that_ends_too_soon_is_answered_once_it_says_where() =>
        Prop.ForAll(Gen.Choose(0, 2000).ToArbitrary(), length =>
        {
            var whole = Encoding.UTF8.GetBytes(Some.Event("Create", Some.PropertyValues()).ToJsonString());
            var cut = whole[..Math.Min(length, whole.Length - 1)];
            var saysWhere = Encoding.UTF8.GetString(cut).Contains("\"LogicalResourceId\":\"CaRevocation\"", StringComparison.Ordinal);

            return saysWhere == EventReader.Read(cut, Some.Responses) is EventReading.Malformed;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_at_all_break_it() =>
        Prop.ForAll<byte[]>(bytes => EventReader.Read(bytes, Some.Responses) is EventReading.Unanswerable)
            .QuickCheckThrowOnFailure();

    private static EventReading Read(JsonObject json) => 
        EventReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), Some.Responses);
}

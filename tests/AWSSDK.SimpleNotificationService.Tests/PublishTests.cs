using System.Net;
using Infra.AwsClient.Tests;
using Infra.AWSSDK.SimpleNotificationService.Tests.Topics;

namespace Infra.AWSSDK.SimpleNotificationService.Tests;

public class PublishTests
{
    [Fact]
    public async Task A_message_is_sent_as_a_signed_form_that_names_its_operation()
    {
        await using var service = await FakeService.StartAsync(Some.Taken());
        using var client = service.Client();

        await client.PublishAsync(Some.Message());

        var call = Assert.Single(service.Calls);
        Assert.Equal(("POST", "/"), (call.Method, call.Target));
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal("session", call.Headers["x-amz-security-token"]);
        Assert.Contains("/us-gov-west-1/sns/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            "Action=Publish&Message=text&Subject=CA%20expires"
            + $"&TopicArn={Uri.EscapeDataString(Some.TopicArn)}&Version=2010-03-31",
            call.Body);
    }

    [Fact]
    public async Task Every_character_of_a_message_arrives_as_it_is()
    {
        const string Text = "„CN=Bob & Söhne+CA“ 100%\r\n\tcertutil -dspublish -f ca.cer RootCA 🔑";
        await using var service = await FakeService.StartAsync(Some.Taken());
        using var client = service.Client();

        await client.PublishAsync(new() { TopicArn = Some.TopicArn, Message = Text });

        var form = Assert.Single(service.Calls).Body.Split('&').Select(pair => pair.Split('=')).ToDictionary(
            pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal(Text, form["Message"]);
        Assert.Equal(["Action", "Message", "TopicArn", "Version"], form.Keys.Order());
    }

    [Theory]
    [InlineData(FakeService.RequestId)]
    [InlineData(null)]
    public async Task The_answer_has_the_message_id_and_the_request_id_with_and_without_its_header(string? header)
    {
        await using var service = await FakeService.StartAsync(Some.Taken() with { RequestId = header });
        using var client = service.Client();

        var response = await client.PublishAsync(Some.Message());

        Assert.Equal(Some.MessageId, response.MessageId);
        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [InlineData("<PublishResponse><ResponseMetadata/>{0}</PublishResponse>")]
    [InlineData("<?xml version=\"1.0\"?><PublishResponse>{0}</PublishResponse>")]
    [InlineData("<PublishResponse>\n{0}<New><MessageId>other</MessageId></New></PublishResponse>")]
    public async Task An_answer_may_say_more_or_less_and_in_another_order(string body)
    {
        const string Result =
            "<PublishResult><SequenceNumber>1</SequenceNumber><MessageId>id</MessageId></PublishResult>";
        await using var service = await FakeService.StartAsync(
            Some.Xml(200, body.Replace("{0}", Result, StringComparison.Ordinal)));
        using var client = service.Client();

        var response = await client.PublishAsync(Some.Message());

        Assert.Equal("id", response.MessageId);
    }
}

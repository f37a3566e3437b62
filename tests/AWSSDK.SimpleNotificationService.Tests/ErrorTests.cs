using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Infra.AwsClient.Tests;
using Infra.AWSSDK.SimpleNotificationService.Tests.Topics;

namespace Infra.AWSSDK.SimpleNotificationService.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData(403, "AuthorizationError", typeof(AuthorizationErrorException))]
    [InlineData(400, "EndpointDisabled", typeof(EndpointDisabledException))]
    [InlineData(500, "InternalError", typeof(InternalErrorException))]
    [InlineData(400, "InvalidParameter", typeof(InvalidParameterException))]
    [InlineData(400, "ParameterValueInvalid", typeof(InvalidParameterValueException))]
    [InlineData(403, "InvalidSecurity", typeof(InvalidSecurityException))]
    [InlineData(400, "KMSAccessDenied", typeof(KMSAccessDeniedException))]
    [InlineData(400, "KMSDisabled", typeof(KMSDisabledException))]
    [InlineData(400, "KMSInvalidState", typeof(KMSInvalidStateException))]
    [InlineData(400, "KMSNotFound", typeof(KMSNotFoundException))]
    [InlineData(403, "KMSOptInRequired", typeof(KMSOptInRequiredException))]
    [InlineData(400, "KMSThrottling", typeof(KMSThrottlingException))]
    [InlineData(404, "NotFound", typeof(NotFoundException))]
    [InlineData(400, "PlatformApplicationDisabled", typeof(PlatformApplicationDisabledException))]
    [InlineData(400, "ValidationException", typeof(ValidationException))]
    [InlineData(403, "AccessDenied", typeof(AmazonSimpleNotificationServiceException))]
    public async Task Every_error_code_of_the_service_has_its_exception(int status, string code, Type exception)
    {
        await using var service = await FakeService.StartAsync(Some.Refused(status, code, "not &lt;today&gt;"));
        using var client = service.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(Some.Message()));

        Assert.Equal(exception, error.GetType());
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("not <today>", error.Message);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(FakeService.RequestId, error.RequestId);
        Assert.Equal(ErrorType.Sender, error.ErrorType);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("")]
    public async Task An_error_that_is_not_of_the_service_is_still_an_exception_with_its_status(string body)
    {
        await using var service = await FakeService.StartAsync(Some.Xml(403, body));
        using var client = service.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.PublishAsync(Some.Message()));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(400, "Throttling")]
    public async Task A_passing_fault_is_tried_again(int status, string code)
    {
        await using var service = await FakeService.StartAsync(Some.Refused(status, code), Some.Taken());
        using var client = service.Client(retries: 1);

        var response = await client.PublishAsync(Some.Message());

        Assert.Equal(Some.MessageId, response.MessageId);
        Assert.Equal(2, service.Calls.Count);
        Assert.Equal(service.Calls[0].Body, service.Calls[1].Body);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var service = await FakeService.StartAsync(Some.Refused(404, "NotFound"), Some.Taken());
        using var client = service.Client(retries: 2);

        await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(Some.Message()));

        Assert.Single(service.Calls);
    }

    [Fact]
    public async Task An_answer_that_should_say_something_and_is_empty_is_an_error()
    {
        await using var service = await FakeService.StartAsync(Some.Xml(200, string.Empty));
        using var client = service.Client();

        await Assert.ThrowsAsync<XmlException>(() => client.PublishAsync(Some.Message()));
    }
}

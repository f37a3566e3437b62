using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Infra.AwsClient.Tests;
using Infra.AWSSDK.Lambda.Tests.Functions;

namespace Infra.AWSSDK.Lambda.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData(409, "DurableExecutionAlreadyStartedException", typeof(DurableExecutionAlreadyStartedException))]
    [InlineData(502, "EC2AccessDeniedException", typeof(EC2AccessDeniedException))]
    [InlineData(502, "EC2ThrottledException", typeof(EC2ThrottledException))]
    [InlineData(502, "EC2UnexpectedException", typeof(EC2UnexpectedException))]
    [InlineData(410, "EFSIOException", typeof(EFSIOException))]
    [InlineData(408, "EFSMountConnectivityException", typeof(EFSMountConnectivityException))]
    [InlineData(403, "EFSMountFailureException", typeof(EFSMountFailureException))]
    [InlineData(408, "EFSMountTimeoutException", typeof(EFSMountTimeoutException))]
    [InlineData(502, "ENILimitReachedException", typeof(ENILimitReachedException))]
    [InlineData(400, "InvalidParameterValueException", typeof(InvalidParameterValueException))]
    [InlineData(400, "InvalidRequestContentException", typeof(InvalidRequestContentException))]
    [InlineData(502, "InvalidRuntimeException", typeof(InvalidRuntimeException))]
    [InlineData(502, "InvalidSecurityGroupIDException", typeof(InvalidSecurityGroupIDException))]
    [InlineData(502, "InvalidSubnetIDException", typeof(InvalidSubnetIDException))]
    [InlineData(502, "InvalidZipFileException", typeof(InvalidZipFileException))]
    [InlineData(502, "KMSAccessDeniedException", typeof(KMSAccessDeniedException))]
    [InlineData(502, "KMSDisabledException", typeof(KMSDisabledException))]
    [InlineData(502, "KMSInvalidStateException", typeof(KMSInvalidStateException))]
    [InlineData(502, "KMSNotFoundException", typeof(KMSNotFoundException))]
    [InlineData(400, "NoPublishedVersionException", typeof(NoPublishedVersionException))]
    [InlineData(400, "RecursiveInvocationException", typeof(RecursiveInvocationException))]
    [InlineData(413, "RequestTooLargeException", typeof(RequestTooLargeException))]
    [InlineData(409, "ResourceConflictException", typeof(ResourceConflictException))]
    [InlineData(404, "ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData(502, "ResourceNotReadyException", typeof(ResourceNotReadyException))]
    [InlineData(408, "S3FilesMountConnectivityException", typeof(S3FilesMountConnectivityException))]
    [InlineData(403, "S3FilesMountFailureException", typeof(S3FilesMountFailureException))]
    [InlineData(408, "S3FilesMountTimeoutException", typeof(S3FilesMountTimeoutException))]
    [InlineData(413, "SerializedRequestEntityTooLargeException", typeof(SerializedRequestEntityTooLargeException))]
    [InlineData(500, "ServiceException", typeof(ServiceException))]
    [InlineData(400, "SnapStartException", typeof(SnapStartException))]
    [InlineData(409, "SnapStartNotReadyException", typeof(SnapStartNotReadyException))]
    [InlineData(408, "SnapStartTimeoutException", typeof(SnapStartTimeoutException))]
    [InlineData(502, "SubnetIPAddressLimitReachedException", typeof(SubnetIPAddressLimitReachedException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(415, "UnsupportedMediaTypeException", typeof(UnsupportedMediaTypeException))]
    [InlineData(403, "AccessDeniedException", typeof(AmazonLambdaException))]
    public async Task Every_error_code_of_the_service_has_its_exception(int status, string code, Type exception)
    {
        await using var service = await FakeService.StartAsync(Some.Refused(status, code));
        using var client = service.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonLambdaException>(
            () => client.InvokeAsync(new InvokeRequest { FunctionName = Some.FunctionName }));

        Assert.Equal(exception, error.GetType());
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("m", error.Message);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(FakeService.RequestId, error.RequestId);
    }

    [Theory]
    [InlineData("""{"Message":"not authorized to perform: lambda:ListFunctions"}""")]
    [InlineData("""{"message":"not authorized to perform: lambda:ListFunctions"}""")]
    public async Task A_list_that_is_refused_says_why_however_the_message_is_spelled(string body)
    {
        await using var service = await FakeService.StartAsync(Some.Refused(403, "AccessDeniedException", body));
        using var client = service.Client();

        var error = await Assert.ThrowsAsync<AmazonLambdaException>(
            () => client.ListFunctionsAsync(new ListFunctionsRequest()));

        Assert.Equal("AccessDeniedException", error.ErrorCode);
        Assert.Equal("not authorized to perform: lambda:ListFunctions", error.Message);
    }

    [Fact]
    public async Task An_error_that_is_not_of_the_service_is_still_an_exception_with_its_status()
    {
        await using var service = await FakeService.StartAsync(new Answer(403, "<html>proxy</html>"));
        using var client = service.Client();

        var error = await Assert.ThrowsAsync<AmazonLambdaException>(
            () => client.ListFunctionsAsync(new ListFunctionsRequest()));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "ServiceException")]
    public async Task A_passing_fault_is_tried_again_with_the_same_event(int status, string code)
    {
        await using var service = await FakeService.StartAsync(Some.Refused(status, code), Some.Said("1"));
        using var client = service.Client(retries: 1);

        var response = await client.InvokeAsync(
            new InvokeRequest { FunctionName = Some.FunctionName, Payload = """{"request":"plan"}""" });

        Assert.Equal("1", response.Text());
        Assert.Equal(
            ["""{"request":"plan"}""", """{"request":"plan"}"""], service.Calls.Select(call => call.Body));
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var service = await FakeService.StartAsync(Some.Refused(404, "ResourceNotFoundException"));
        using var client = service.Client(retries: 2);

        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.InvokeAsync(new InvokeRequest { FunctionName = Some.FunctionName }));

        Assert.Single(service.Calls);
    }
}

using System.Net;
using Amazon.DirectoryService;
using Amazon.DirectoryService.Model;
using Amazon.Runtime;
using Infra.AWSSDK.DirectoryService.Tests.Directories;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.DirectoryService.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData("""{"__type":"CertificateInUseException","Message":"in use","RequestId":"body"}""", null)]
    [InlineData("""{"__type":"com.amazonaws.directoryservice#CertificateInUseException","message":"in use"}""", null)]
    [InlineData("""{"__type":"CertificateInUseException:http://internal.amazon.com/x/","Message":"in use"}""", null)]
    [InlineData("""{"__type":"com.amazonaws.ds#CertificateInUseException:http://x/","Message":"in use"}""", null)]
    [InlineData("""{"Message":"in use"}""", "CertificateInUseException")]
    [InlineData("""{"Message":"in use"}""", "CertificateInUseException:http://internal.amazon.com/x/")]
    [InlineData("""{"code":"CertificateInUseException","Message":"in use"}""", null)]
    public async Task An_error_is_the_exception_of_its_code_however_the_code_is_written(string body, string? header)
    {
        await using var service = await FakeService.FailingAsync(400, body, header);
        using var client = service.Client();

        var error = await Assert.ThrowsAsync<CertificateInUseException>(
            () => client.DeregisterCertificateAsync(new() { DirectoryId = Some.DirectoryId }));

        Assert.Equal("in use", error.Message);
        Assert.Equal("CertificateInUseException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(FakeService.RequestId, error.RequestId);
    }

    [Theory]
    [InlineData(400, "AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData(400, "CertificateAlreadyExistsException", typeof(CertificateAlreadyExistsException))]
    [InlineData(400, "CertificateDoesNotExistException", typeof(CertificateDoesNotExistException))]
    [InlineData(400, "CertificateInUseException", typeof(CertificateInUseException))]
    [InlineData(400, "CertificateLimitExceededException", typeof(CertificateLimitExceededException))]
    [InlineData(400, "ClientException", typeof(ClientException))]
    [InlineData(400, "DirectoryDoesNotExistException", typeof(DirectoryDoesNotExistException))]
    [InlineData(400, "DirectoryUnavailableException", typeof(DirectoryUnavailableException))]
    [InlineData(400, "EntityDoesNotExistException", typeof(EntityDoesNotExistException))]
    [InlineData(400, "InvalidCertificateException", typeof(InvalidCertificateException))]
    [InlineData(400, "InvalidClientAuthStatusException", typeof(InvalidClientAuthStatusException))]
    [InlineData(400, "InvalidLDAPSStatusException", typeof(InvalidLDAPSStatusException))]
    [InlineData(400, "InvalidNextTokenException", typeof(InvalidNextTokenException))]
    [InlineData(400, "InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData(400, "NoAvailableCertificateException", typeof(NoAvailableCertificateException))]
    [InlineData(500, "ServiceException", typeof(ServiceException))]
    [InlineData(400, "UnsupportedOperationException", typeof(UnsupportedOperationException))]
    [InlineData(400, "ThrottlingException", typeof(AmazonDirectoryServiceException))]
    public async Task Every_error_code_of_the_service_has_its_exception(int status, string code, Type exception)
    {
        await using var service = await FakeService.FailingAsync(
            status, $$"""{"__type":"{{code}}","Message":"m"}""");
        using var client = service.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonDirectoryServiceException>(
            () => client.RegisterCertificateAsync(new() { DirectoryId = Some.DirectoryId }));

        Assert.Equal(exception, error.GetType());
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("m", error.Message);
        Assert.Equal(status, (int)error.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_should_say_something_and_is_empty_is_an_error()
    {
        await using var service = await FakeService.AnsweringAsync(string.Empty);
        using var client = service.Client();

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.RegisterCertificateAsync(new() { DirectoryId = Some.DirectoryId }));
    }
}

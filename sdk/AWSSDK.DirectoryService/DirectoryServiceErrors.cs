using System.Net;
using Amazon.DirectoryService.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.DirectoryService;

/// <summary>The exception of each error code; a code means the same in every operation.</summary>
internal static class DirectoryServiceErrors
{
    public static AmazonServiceException Exception(ErrorResponse error, Exception inner, HttpStatusCode status) =>
        error.Code switch
        {
            "AccessDeniedException" => new AccessDeniedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "CertificateAlreadyExistsException" => new CertificateAlreadyExistsException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "CertificateDoesNotExistException" => new CertificateDoesNotExistException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "CertificateInUseException" => new CertificateInUseException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "CertificateLimitExceededException" => new CertificateLimitExceededException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ClientException" => new ClientException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "DirectoryDoesNotExistException" => new DirectoryDoesNotExistException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "DirectoryUnavailableException" => new DirectoryUnavailableException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EntityDoesNotExistException" => new EntityDoesNotExistException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidCertificateException" => new InvalidCertificateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidClientAuthStatusException" => new InvalidClientAuthStatusException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidLDAPSStatusException" => new InvalidLDAPSStatusException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidNextTokenException" => new InvalidNextTokenException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidParameterException" => new InvalidParameterException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "NoAvailableCertificateException" => new NoAvailableCertificateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ServiceException" => new ServiceException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "UnsupportedOperationException" => new UnsupportedOperationException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonDirectoryServiceException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}

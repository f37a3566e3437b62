using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>The exception of each error code of <c>Publish</c>; the codes are not the exceptions' names.</summary>
internal static class PublishErrors
{
    public static AmazonServiceException Exception(ErrorResponse error, Exception inner, HttpStatusCode status) =>
        error.Code switch
        {
            "AuthorizationError" => new AuthorizationErrorException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EndpointDisabled" => new EndpointDisabledException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InternalError" => new InternalErrorException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidParameter" => new InvalidParameterException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ParameterValueInvalid" => new InvalidParameterValueException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidSecurity" => new InvalidSecurityException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSAccessDenied" => new KMSAccessDeniedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSDisabled" => new KMSDisabledException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSInvalidState" => new KMSInvalidStateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSNotFound" => new KMSNotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSOptInRequired" => new KMSOptInRequiredException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSThrottling" => new KMSThrottlingException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "NotFound" => new NotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ValidationException" => new ValidationException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonSimpleNotificationServiceException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}

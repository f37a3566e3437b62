using System.Net;
using Amazon.ACMPCA.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ACMPCA;

/// <summary>The exception of each error code; a code means the same in every operation.</summary>
internal static class AcmPcaErrors
{
    public static AmazonServiceException Exception(ErrorResponse error, Exception inner, HttpStatusCode status) =>
        error.Code switch
        {
            "CertificateMismatchException" => new CertificateMismatchException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ConcurrentModificationException" => new ConcurrentModificationException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidArgsException" => new InvalidArgsException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidArnException" => new InvalidArnException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidPolicyException" => new InvalidPolicyException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidRequestException" => new InvalidRequestException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidStateException" => new InvalidStateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidTagException" => new InvalidTagException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "LimitExceededException" => new LimitExceededException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "MalformedCertificateException" => new MalformedCertificateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "MalformedCSRException" => new MalformedCSRException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "RequestAlreadyProcessedException" => new RequestAlreadyProcessedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "RequestFailedException" => new RequestFailedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "RequestInProgressException" => new RequestInProgressException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "TooManyTagsException" => new TooManyTagsException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonACMPCAException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}

using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda;

/// <summary>The exception of each error code; a code means the same in every operation.</summary>
internal static class LambdaErrors
{
    public static AmazonServiceException Read(JsonUnmarshallerContext input, Exception inner, HttpStatusCode status)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        return Exception(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader), inner, status);
    }

    private static AmazonLambdaException Exception(ErrorResponse error, Exception inner, HttpStatusCode status) =>
        error.Code switch
        {
            "DurableExecutionAlreadyStartedException" => new DurableExecutionAlreadyStartedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EC2AccessDeniedException" => new EC2AccessDeniedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EC2ThrottledException" => new EC2ThrottledException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EC2UnexpectedException" => new EC2UnexpectedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EFSIOException" => new EFSIOException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EFSMountConnectivityException" => new EFSMountConnectivityException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EFSMountFailureException" => new EFSMountFailureException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "EFSMountTimeoutException" => new EFSMountTimeoutException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ENILimitReachedException" => new ENILimitReachedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidParameterValueException" => new InvalidParameterValueException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidRequestContentException" => new InvalidRequestContentException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidRuntimeException" => new InvalidRuntimeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidSecurityGroupIDException" => new InvalidSecurityGroupIDException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidSubnetIDException" => new InvalidSubnetIDException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "InvalidZipFileException" => new InvalidZipFileException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSAccessDeniedException" => new KMSAccessDeniedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSDisabledException" => new KMSDisabledException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSInvalidStateException" => new KMSInvalidStateException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "KMSNotFoundException" => new KMSNotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "NoPublishedVersionException" => new NoPublishedVersionException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "RecursiveInvocationException" => new RecursiveInvocationException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "RequestTooLargeException" => new RequestTooLargeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ResourceConflictException" => new ResourceConflictException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ResourceNotReadyException" => new ResourceNotReadyException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "S3FilesMountConnectivityException" => new S3FilesMountConnectivityException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "S3FilesMountFailureException" => new S3FilesMountFailureException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "S3FilesMountTimeoutException" => new S3FilesMountTimeoutException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "SerializedRequestEntityTooLargeException" => new SerializedRequestEntityTooLargeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "ServiceException" => new ServiceException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "SnapStartException" => new SnapStartException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "SnapStartNotReadyException" => new SnapStartNotReadyException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "SnapStartTimeoutException" => new SnapStartTimeoutException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "SubnetIPAddressLimitReachedException" => new SubnetIPAddressLimitReachedException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "TooManyRequestsException" => new TooManyRequestsException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            "UnsupportedMediaTypeException" => new UnsupportedMediaTypeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
            _ => new AmazonLambdaException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
}

namespace Infra.TrustManager.Retrying;

/// <summary>A call to AWS failed; the message is a sentence that names the call and its subject.</summary>
public sealed class ServiceException(ServiceFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ServiceFailure Failure { get; } = failure;
}

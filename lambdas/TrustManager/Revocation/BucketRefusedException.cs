using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Revocation;

/// <summary>Private CA does not take the bucket of new settings; the CA keeps those that it has.</summary>
public sealed class BucketRefusedException(ServiceException refused, string whatToAdd)
    : Exception($"{refused.Message} {whatToAdd}", refused)
{
    /// <summary>What Private CA says.</summary>
    public string Refusal => InnerException!.Message;
}

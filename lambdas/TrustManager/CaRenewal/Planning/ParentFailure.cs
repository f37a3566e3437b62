using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>The CA above could not be read.</summary>
/// <param name="Reason">A sentence that names the call.</param>
public sealed record ParentFailure(CaArn Parent, ServiceFailure Kind, string Reason)
{
    /// <summary>True when the next run may well succeed, so that it says nothing of the CA.</summary>
    public bool IsTransient => Kind is ServiceFailure.Throttled or ServiceFailure.Unavailable
        or ServiceFailure.InProgress or ServiceFailure.ConcurrentModification;
}

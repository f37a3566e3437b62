using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Restoring;

/// <summary>The restore point of a CA as it was found.</summary>
/// <param name="Point">Null when there is none.</param>
/// <param name="IsCarried">True when it lies in a bucket that the resource is moving away from.</param>
public sealed record KeptPoint(RestorePoint? Point, bool IsCarried)
{
    /// <summary>True when the resource has managed this CA before the request.</summary>
    /// <param name="earlier">
    /// What the resource managed until now; another CA where an update to that one is rolled back.
    /// </param>
    public bool IsManaged(CaArn ca, RestoreTarget? earlier, ResourceWork work) =>
        earlier is not null && (earlier.Ca == ca || Point?.Owner == RestorePointKeeper.OwnerOf(work));
}

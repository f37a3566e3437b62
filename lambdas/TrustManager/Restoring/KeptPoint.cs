using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Restoring;

/// <summary>The restore point of a CA as it was found.</summary>
/// <param name="Point">Null when there is none.</param>
/// <param name="IsCarried">True when it lies in a bucket that the resource is moving away from.</param>
public sealed record KeptPoint(RestorePoint? Point, bool IsCarried)
{
    /// <summary>The stack that holds the CA, unless it was deleted without being able to give the CA back.</summary>
    /// <param name="holder">The stack that the CA's tag names.</param>
    public string? LivingHolder(string? holder) =>
        Point is { LeftAt: not null } left && left.Owner.StackId == holder ? null : holder;

    /// <summary>True when the resource has managed this CA before the request.</summary>
    /// <param name="earlier">
    /// What the resource managed until now; another CA where an update to that one is rolled back.
    /// </param>
    public bool IsManaged(CaArn ca, RestoreTarget? earlier, ResourceWork work) =>
        earlier is not null && (earlier.Ca == ca || Point?.Owner == RestorePointKeeper.OwnerOf(work));
}

using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Restoring;

/// <summary>Which stack has a CA's revocation settings in its care, as a tag on the CA says.</summary>
/// <remarks>
/// A restore point lies in its own stack's bucket, which another stack cannot read and does not know; a tag is seen by
/// every stack of the account. A stack reads the settings before the tag and writes the tag before the settings, so
/// that two stacks that start at the same moment never both record the other's settings as what was there before.
/// </remarks>
public sealed class CaHolder(ICaTags tags)
{
    /// <summary>ARN of the stack, or null when no stack holds the CA.</summary>
    /// <remarks>Private CA lists no tags of a CA that is being made, failed or is deleted: no stack holds that.</remarks>
    public async Task<string?> FindAsync(
        CertificateAuthority ca, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading which stack holds CA {ca.Arn.CaId}";
        return ca.Status is CaStatus.Active or CaStatus.Disabled or CaStatus.Expired or CaStatus.PendingCertificate
            ? await tags.FindAsync(ca.Arn, CaHolderTag.Key, cancellationToken)
            : null;
    }

    /// <summary>Makes the stack of this request the holder, unless it is that already.</summary>
    /// <param name="holder">The holder now: this stack or none.</param>
    public async Task HoldAsync(CaArn ca, string? holder, ResourceWork work, CancellationToken cancellationToken)
    {
        var stack = work.Request.Address.StackId;
        if (holder != stack)
        {
            work.Progress.Doing = $"tagging CA {ca.CaId}";
            await tags.SetAsync(ca, CaHolderTag.Key, stack, cancellationToken);
            work.Log.Noted(ca.ToString(), $"Tagged with {CaHolderTag.Key} = {stack}.");
        }
    }

    /// <summary>Lets the CA go; another stack's tag stays.</summary>
    public async Task ReleaseAsync(CaArn ca, string? holder, ResourceWork work, CancellationToken cancellationToken)
    {
        var stack = work.Request.Address.StackId;
        if (holder == stack)
        {
            work.Progress.Doing = $"removing the tag of CA {ca.CaId}";
            await tags.RemoveAsync(ca, CaHolderTag.Key, stack, cancellationToken);
            work.Log.Noted(ca.ToString(), $"Removed the tag {CaHolderTag.Key}.");
        }
    }
}

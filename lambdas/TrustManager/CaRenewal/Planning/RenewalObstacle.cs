using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>What keeps Private CA from reissuing a certificate that is due.</summary>
internal static class RenewalObstacle
{
    /// <remarks>
    /// A certificate is imported into an <c>ACTIVE</c> or <c>EXPIRED</c> CA only, and issued by an <c>ACTIVE</c> one
    /// (user guide, CA status). An expired root is left to the service, which knows whether it signs itself once more;
    /// it is promised nowhere.
    /// </remarks>
    public static RenewalRefusal? In(CaView view, ReissueSettings settings)
    {
        if (view.Ca.IsRoot != settings.Parent is null)
        {
            return new RenewalRefusal(
                "other-type",
                view.Ca.IsRoot
                    ? "the CA is a root, but the deployment names a CA above it. Remove that from the environment file"
                    : "the CA is a subordinate, but the deployment names no CA above it that could issue its "
                        + "certificate. Have it reissued by whoever signed it, or name the CA in the environment file");
        }

        if (RenewalDifferences.In(view, settings).Refusal is { } changes)
        {
            return changes;
        }

        if (view.Ca.Status is not (CaStatus.Active or CaStatus.Expired))
        {
            return new RenewalRefusal(
                $"status-{view.Ca.Status}",
                $"the CA is {view.Ca.Status}, and takes a certificate only while it is ACTIVE or EXPIRED. Enable it");
        }

        return ParentProblem.In(view) is { } problem
            ? new RenewalRefusal(problem.Code, problem.Describe())
            : null;
    }
}

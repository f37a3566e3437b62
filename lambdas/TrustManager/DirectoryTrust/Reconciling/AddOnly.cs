using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What of a plan a run may do that must not take anything away.</summary>
internal static class AddOnly
{
    /// <summary>
    /// The steps that add. What needs what a dropped removal would have given (the slot, the end of the same
    /// certificate, or a certificate to enable a feature with) waits with it.
    /// </summary>
    public static IReadOnlyList<TrustStep> Of(
        IReadOnlyList<TrustStep> steps, DirectoryState state, Ceilings ceilings) =>
    [
        .. Enum.GetValues<CertificatePurpose>().SelectMany(purpose => Of(
            steps.Where(step => step.Purpose == purpose),
            [.. state.Certificates.Where(entry => entry.Purpose == purpose && entry.IsThere)],
            ceilings.For(purpose))),
    ];

    private static IEnumerable<TrustStep> Of(
        IEnumerable<TrustStep> steps, List<RegisteredCertificate> there, int? ceiling)
    {
        var free = ceiling is { } most ? Math.Max(0, most - there.Count) : int.MaxValue;
        List<RegisteredCertificate> kept = [];
        HashSet<CaCertificate> waiting = [];
        var isUsable = there.Exists(entry => entry.State == RegistrationState.Registered);
        foreach (var step in steps)
        {
            switch (step)
            {
                case TrustStep.Deregister removal:
                    kept.AddRange(there.Where(entry => entry.Id == removal.Id));
                    break;
                case TrustStep.Register add when free == 0 || kept.Exists(entry => entry.LooksLike(add.Certificate)):
                    waiting.Add(add.Certificate);
                    break;
                case TrustStep.Register:
                    free--;
                    isUsable = true;
                    yield return step;
                    break;
                case TrustStep.Disable:
                case TrustStep.AwaitRegistered wait when waiting.Contains(wait.Certificate):
                case TrustStep.AwaitDeregistered gone when kept.Exists(entry => entry.Id == gone.Id):
                case TrustStep.Enable or TrustStep.AwaitEnabled when !isUsable:
                    break;
                default:
                    yield return step;
                    break;
            }
        }
    }
}

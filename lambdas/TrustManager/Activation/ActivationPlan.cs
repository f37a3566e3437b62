using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Activation;

/// <summary>Decides what a subordinate CA needs, from its status.</summary>
public static class ActivationPlan
{
    /// <summary>
    /// The steps, or null when nothing makes a CA of this status active. An active CA needs none: it is left alone.
    /// </summary>
    public static IReadOnlyList<ActivationStep>? For(string status) => status switch
    {
        CaStatus.Active => [],
        CaStatus.Disabled => [ActivationStep.Enable],
        CaStatus.PendingCertificate => [ActivationStep.InstallCertificate],
        CaStatus.Creating => [ActivationStep.AwaitCsr, ActivationStep.InstallCertificate],
        _ => null,
    };
}

using Infra.TrustManager.CaCertificates;
namespace Infra.TrustManager.Trust;

/// <summary>Gives certificates of ours another OCSP URL, for which Directory Service has no call.</summary>
/// <remarks>
/// The same certificate is probably refused while it is registered, so that it goes and comes back: a gap for whoever
/// signs in with its chain, one certificate at a time.
/// </remarks>
internal sealed class OcspChange(PurposeView view, DesiredPurpose desired)
{
    public void Decide(List<TrustStep> steps, List<string> refusals)
    {
        foreach (var wanted in view.Wanted.Where(IsOther))
        {
            var entry = wanted.Entry!;
            if (Obstacle(wanted) is { } obstacle)
            {
                refusals.Add(
                    $"The OCSP URL of '{entry.CommonName}' ({entry.Id}) is to become {desired.OcspUrl ?? "none"} instead "
                    + $"of {wanted.Remembered!.OcspUrl ?? "none"}. That takes deregistering it and registering it again, "
                    + $"and sign-in with its chain is refused meanwhile. {obstacle}");
                continue;
            }

            steps.Add(new TrustStep.Deregister(
                view.Purpose, entry.Id, entry.CommonName, "its OCSP URL changes, and the gap is allowed"));
            steps.Add(new TrustStep.AwaitDeregistered(view.Purpose, entry.Id, entry.CommonName));
            steps.Add(new TrustStep.Register(view.Purpose, wanted.Certificate, desired.OcspUrl)
            {
                Why = "its OCSP URL changed",
            });
            steps.Add(new TrustStep.AwaitRegistered(view.Purpose, wanted.Certificate));
        }
    }

    private bool IsOther(WantedCertificate wanted) =>
        wanted is { IsOurs: true, IsBroken: false } && wanted.Remembered!.OcspUrl != desired.OcspUrl
        && !desired.IsKept(wanted.Certificate);

    private string? Obstacle(WantedCertificate wanted)
    {
        var certificate = wanted.Certificate;
        if (desired.Withheld.Any(one => one.Certificate?.Thumbprint == certificate.Thumbprint))
        {
            return "It could not come back: no path leads from it to a trust anchor any more, and it is not approved. "
                + "Approve it first, or keep the URL.";
        }

        var another = view.Listed.Any(entry => entry.Id != wanted.Entry!.Id && view.IsUsable(entry));
        return !certificate.IsRegistrable(view.Now)
            ? $"It expires on {certificate.NotAfter:yyyy-MM-dd} and could be registered until {certificate.LastDay()}: "
                + "it would be lost. Keep the URL until its successor is registered."
            : !desired.AllowsGapFor(certificate)
                ? $"To allow that, name it in allowGapFor of the environment file ('{certificate.CommonName}' or "
                    + $"{certificate.Thumbprint}); else keep the URL."
                : view.Feature.IsOn && !another
                    ? "It is the only usable certificate, and the last one cannot go while "
                        + $"{PurposeName.Of(view.Purpose)} is enabled: register another one first."
                    : null;
    }
}

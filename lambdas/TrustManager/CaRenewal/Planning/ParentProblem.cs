using System.Globalization;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>Why the CA above cannot issue now.</summary>
/// <param name="Code">Distinguishes states, so that each is notified once.</param>
/// <param name="State">The end of a sentence that begins with the CA above.</param>
/// <param name="NextStep">What to do, a sentence without its full stop.</param>
/// <param name="IsTransient">True when the next run may well find the CA above as it was.</param>
public sealed record ParentProblem(CaArn Parent, string Code, string State, string NextStep, bool IsTransient = false)
{
    /// <summary>Null when the CA above can issue, and where no CA above is known.</summary>
    public static ParentProblem? In(CaView view) => view switch
    {
        { ParentFailure: { } failure } => Unreadable(failure),
        { Parent: { Status: not CaStatus.Active } parent } => new ParentProblem(
            parent.Arn, $"parent-{parent.Status}", StateOf(parent), NextStepFor(parent)),
        _ => null,
    };

    public string Describe() => $"the CA above, {Parent.CaId}, {State}. {NextStep}";

    private static string StateOf(CertificateAuthority parent) => parent switch
    {
        { Status: CaStatus.Deleted, RestorableUntil: { } until } => string.Create(
            CultureInfo.InvariantCulture,
            $"is DELETED and can be restored until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
        _ => $"is {parent.Status}, and issues only while it is ACTIVE",
    };

    private static string NextStepFor(CertificateAuthority parent) => parent.Status switch
    {
        CaStatus.Deleted =>
            "Restore it until then (aws acm-pca restore-certificate-authority "
            + $"--certificate-authority-arn {parent.Arn} --region {parent.Arn.Region}), then enable it; later "
            + "this CA can only be replaced, or be certified by another CA",
        CaStatus.Disabled => "Enable it",
        CaStatus.Expired => "Renew it",
        CaStatus.Creating or CaStatus.PendingCertificate => "Install its certificate",
        _ => "Name another CA above in the environment file",
    };

    private static ParentProblem Unreadable(ParentFailure failure) => new(
        failure.Parent,
        $"parent-{failure.Kind}",
        $"could not be read: {failure.Reason.TrimEnd('.')}",
        failure.Kind switch
        {
            _ when failure.IsTransient => "That passes by itself as a rule; the next run tries again",
            ServiceFailure.NotFound =>
                "It does not exist any longer, or its time to be restored has passed. Name another CA above in the "
                + "environment file, or replace this CA before its certificate expires",
            ServiceFailure.Denied =>
                $"It is in account {failure.Parent.Account}: where that is another one than this, have its owner share "
                + "it again (AWS RAM); otherwise allow the action in the function's role and in the policies above it",
            _ => "Correct what it names; the next run tries again",
        },
        failure.IsTransient);
}

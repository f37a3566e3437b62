using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>Decides whether a CA's certificate is reissued now.</summary>
/// <param name="Steps">In order; none when nothing is due, or something is in the way.</param>
/// <param name="Due">From when the present certificate is reissued; null where nothing is.</param>
public sealed record RenewalPlan(
    IReadOnlyList<RenewalStep> Steps, RenewalRefusal? Refusal = null, DateTimeOffset? Due = null)
{
    private static readonly RenewalPlan Nothing = new([]);

    /// <param name="attempt">What an earlier run began and did not end.</param>
    /// <param name="settings">Null where nothing is reissued.</param>
    public static RenewalPlan For(
        CaView view, RenewalAttempt? attempt, ReissueSettings? settings, DateTimeOffset now)
    {
        if (settings is null || view.Certificate is not { } present)
        {
            return Nothing;
        }

        var due = present.NotAfter - settings.RenewBefore;
        if (now < due)
        {
            return new RenewalPlan([], Due: due);
        }

        if (RenewalObstacle.In(view, settings) is { } obstacle)
        {
            return new RenewalPlan([], obstacle, due);
        }

        var issuer = view.Parent ?? view.Ca;
        var install = new RenewalStep.Install(issuer.Arn);
        if (attempt is { CertificateArn: not null } && attempt.Replaces == present.Thumbprint)
        {
            return new RenewalPlan([install], Due: due);
        }

        return RenewalTerm.For(present.NotAfter, view.Parent?.NotAfter, settings, now) is { } term
            ? new RenewalPlan([OrderFrom(issuer, view, settings, term), install], Due: due)
            : new RenewalPlan([], ParentTooShort(present, view.Parent!), due);
    }

    /// <summary>A refusal before it is due: what will be in the way then; null for nothing.</summary>
    public static RenewalRefusal? Foreseen(CaView view, ReissueSettings? settings)
    {
        if (settings is null || view.Certificate is not { } present || view.Ca.IsRoot != settings.Parent is null)
        {
            return null;
        }

        return RenewalDifferences.In(view, settings).Refusal
            ?? (view.Parent is { } parent
                && RenewalTerm.For(present.NotAfter, parent.NotAfter, settings, present.NotAfter - settings.RenewBefore)
                    is null
                    ? ParentTooShort(present, parent)
                    : null);
    }

    private static RenewalStep.Order OrderFrom(
        CertificateAuthority issuer, CaView view, ReissueSettings settings, RenewalTerm term)
    {
        var profile = SuccessorProfile.For(ParsedCertificate.From(view.Certificate!), settings);
        return new RenewalStep.Order(
            issuer.Arn, view.Ca.Arn.TemplateArn(profile.Template), issuer.SigningAlgorithm, term)
        {
            Extensions = profile.Limits.Extensions,
        };
    }

    private static RenewalRefusal ParentTooShort(CaCertificate present, CertificateAuthority parent) => new(
        "parent-too-short",
        $"the certificate of the CA above, {parent.Arn.CaId}, expires on {parent.NotAfter:yyyy-MM-dd}, and none "
        + $"that it issues can last longer, while the present one lasts until {present.NotAfter:yyyy-MM-dd}. Renew the "
        + "CA above first; then this one follows by itself");
}

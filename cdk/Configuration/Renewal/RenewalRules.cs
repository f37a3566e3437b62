namespace Infra.Cdk.Configuration.Renewal;

/// <summary>Rules between the settings of a CA's renewal and those of the CA.</summary>
internal static class RenewalRules
{
    private const string Section = "certificateAuthority.renewal";

    public static IEnumerable<SettingProblem> Problems(CertificateAuthoritySettings authority) =>
    [
        .. OnlyWhereRenewed(authority),
        .. RenewedForHowLong(authority),
        .. BeforeItsEnd(authority),
        .. OwnParent(authority),
        .. ChangesOfNothing(authority),
    ];

    /// <summary>Settings that only the renewal of a CA that exists has.</summary>
    private static IEnumerable<SettingProblem> OnlyWhereRenewed(CertificateAuthoritySettings authority)
    {
        var renewal = authority.Renewal;
        var isAsked = authority.Mode == CertificateAuthoritySettings.Existing && RenewalTerms.Of(authority).Renews;
        var hasParent = isAsked && renewal.ParentCertificateAuthorityArn is not null;
        return
        [
            .. Unless(isAsked, "validityYears", renewal.ValidityYears?.ToString()),
            .. Unless(isAsked, "parentCertificateAuthorityArn", renewal.ParentCertificateAuthorityArn),
            .. Unless(hasParent, "pathLength", renewal.PathLength?.ToString()),
        ];
    }

    private static IEnumerable<SettingProblem> Unless(bool hasMeaning, string name, string? value)
    {
        if (!hasMeaning && value is not null)
        {
            yield return new SettingProblem(
                $"{Section}.{name}", value,
                $"nothing unless certificateAuthority.mode is {CertificateAuthoritySettings.Existing} and renewal.mode "
                    + $"is {RenewalSettings.Renew}{(name == "pathLength" ? ", with a parent" : "")}",
                "Remove it: a CA of this deployment is renewed as it was created, others do without it.")
            {
                ComparedWith =
                [
                    "certificateAuthority.mode", $"{Section}.mode", $"{Section}.parentCertificateAuthorityArn",
                ],
            };
        }
    }

    private static IEnumerable<SettingProblem> RenewedForHowLong(CertificateAuthoritySettings authority)
    {
        if (RenewalTerms.Of(authority) is { Renews: true, ValidityYears: null })
        {
            yield return new SettingProblem(
                $"{Section}.validityYears", "nothing", "a whole number of years when a CA that exists is to be renewed",
                "Say how long the renewed certificate shall be valid, or set renewal.mode to watch.")
            {
                ComparedWith = ["certificateAuthority.mode", "certificateAuthority.validityYears", $"{Section}.mode"],
            };
        }
    }

    private static IEnumerable<SettingProblem> BeforeItsEnd(CertificateAuthoritySettings authority)
    {
        var terms = RenewalTerms.Of(authority);
        if (terms.ValidityYears * RenewalTerms.DaysAYear <= terms.RenewBeforeDays)
        {
            yield return new SettingProblem(
                $"{Section}.renewBeforeDays", $"{terms.RenewBeforeDays}",
                $"less than the validity of {terms.ValidityYears * RenewalTerms.DaysAYear} days",
                "Lower it, or every certificate is renewed on the day it is issued.")
            {
                ComparedWith =
                [
                    "certificateAuthority.mode", "certificateAuthority.validityYears", $"{Section}.validityYears",
                ],
            };
        }
    }

    private static IEnumerable<SettingProblem> ChangesOfNothing(CertificateAuthoritySettings authority)
    {
        if (RenewalTerms.Of(authority) is { Renews: false, AllowChanges: { } changes })
        {
            yield return new SettingProblem(
                $"{Section}.allowChanges", changes, $"nothing unless {Section}.mode is {RenewalSettings.Renew}",
                "Remove it, or set renewal.mode to renew: where nothing is renewed, nothing changes.")
            {
                ComparedWith = ["certificateAuthority.mode", $"{Section}.mode"],
            };
        }
    }

    private static IEnumerable<SettingProblem> OwnParent(CertificateAuthoritySettings authority)
    {
        if (authority.Renewal.ParentCertificateAuthorityArn is { } parent && parent == authority.Arn)
        {
            yield return new SettingProblem(
                $"{Section}.parentCertificateAuthorityArn", $"\"{parent}\", the CA itself",
                "another CA, or nothing for a root",
                "Remove it if the CA is a root, which issues its own certificate; else name the CA above.")
            {
                ComparedWith = ["certificateAuthority.arn"],
            };
        }
    }
}

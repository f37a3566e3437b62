namespace Infra.Cdk.Configuration;

/// <summary>Rules of <c>formerCertificateAuthorities</c>.</summary>
internal static class FormerAuthorityList
{
    private const string Setting = "formerCertificateAuthorities";

    public static IEnumerable<SettingProblem> Problems(EnvironmentSettings settings)
    {
        var former = settings.FormerCertificateAuthorities;
        for (var index = 0; index < former.Count; index++)
        {
            var (path, arn) = ($"{Setting}[{index}].arn", former[index].Arn);
            foreach (var problem in CertificateAuthorityArn.Problems(path, arn, settings.Region, settings.Account))
            {
                yield return problem;
            }

            if (arn == settings.CertificateAuthority.Arn)
            {
                yield return new SettingProblem(
                    path, $"\"{arn}\"", "another CA than certificateAuthority.arn",
                    "A CA is the present one or a former one; remove the entry.")
                {
                    ComparedWith = ["certificateAuthority.arn"],
                };
            }

            if (former.Take(index).Any(earlier => earlier.Arn == arn))
            {
                yield return new SettingProblem(
                    path, $"\"{arn}\"", "each CA once", "Remove one of the entries.");
            }
        }
    }
}

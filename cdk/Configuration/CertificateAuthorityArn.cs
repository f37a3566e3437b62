namespace Infra.Cdk.Configuration;

/// <summary>Rules for the ARN of a CA, beyond its spelling.</summary>
public static class CertificateAuthorityArn
{
    /// <summary>Problems with a CA that CloudFormation or a function of the deployment has to call.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="arn">Its value.</param>
    /// <param name="region">Region of the deployment: the API of Private CA answers for its own Region only.</param>
    /// <param name="account">Account that the CA must be in; null when it may be shared by another.</param>
    public static IEnumerable<SettingProblem> Problems(string path, string arn, string region, string? account)
    {
        var place = $"arn:{Partition.Of(region)}:acm-pca:{region}:{account}";
        if (!arn.StartsWith(place, StringComparison.Ordinal))
        {
            yield return new SettingProblem(
                path, $"\"{arn}\"", $"a CA of Region {region}{(account is null ? "" : $" and account {account}")}, so an ARN that begins with {place}",
                "Name such a CA, or deploy where this one is.")
            {
                ComparedWith = account is null ? ["region"] : ["region", "account"],
            };
        }
    }

    /// <summary>The last part of the ARN, which is the CA's id in CRL keys and URLs.</summary>
    public static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}

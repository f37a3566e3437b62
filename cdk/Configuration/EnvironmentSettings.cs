using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Configuration.Renewal;

namespace Infra.Cdk.Configuration;

/// <summary>Everything that differs between deployments: one <c>environments/&lt;name&gt;.json</c>.</summary>
/// <remarks>
/// Units, limits and defaults of each setting stand in <c>environments/environment.schema.json</c>, which is also what editors
/// read; rules between settings stand in the <c>Problems</c> of these records.
/// </remarks>
public sealed record EnvironmentSettings
{
    /// <summary>Name of the file, and part of the stacks' names, so that two environments can share an account.</summary>
    public required string Name { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public required NetworkSettings Network { get; init; }

    public required CrlDistributionSettings CrlDistribution { get; init; }

    public required CertificateAuthoritySettings CertificateAuthority { get; init; }

    /// <summary>CAs that were replaced and go on publishing here; none by default.</summary>
    public required IReadOnlyList<FormerAuthoritySettings> FormerCertificateAuthorities { get; init; }

    /// <summary>Directories whose trust in CA certificates is kept; none by default.</summary>
    public required IReadOnlyList<DirectorySettings> Directories { get; init; }

    /// <summary>Null when nobody is told.</summary>
    public NotificationSettings? Notifications { get; init; }

    public required FunctionSettings Functions { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Folder of the CRLs of a CA; null when it has one complete CRL.</summary>
    public string? CustomPathOf(string crlType) =>
        crlType == CertificateAuthoritySettings.Partitioned ? CrlDistribution.CustomPath : null;

    public IEnumerable<SettingProblem> Problems() =>
    [
        .. Network.Problems(),
        .. CrlDistribution.Problems(),
        .. CertificateAuthority.Problems(),
        .. RenewalRules.Problems(CertificateAuthority),
        .. AuthorityArnProblems(),
        .. FormerAuthorityList.Problems(this),
        .. KmsKeyArn.Problems("crlDistribution.kmsKeyArn", CrlDistribution.KmsKeyArn, Region, "bucket"),
        .. CrlLayoutProblems(),
        .. DirectoryList.Problems(Directories, Region),
        .. Notifications?.Problems(Region) ?? [],
        .. TagProblems(),
    ];

    /// <summary>What works but is likely to be regretted, in whole sentences.</summary>
    /// <param name="now">
    /// Decides which CA certificates are too old to be registered, and which anchors have expired.
    /// </param>
    public IEnumerable<string> Warnings(DateTimeOffset now) =>
        [.. CrlWarnings(), .. DirectoryWarnings.Of(Directories, now), .. NotificationWarnings()];

    private IEnumerable<string> CrlWarnings()
    {
        if (CertificateAuthority.CrlExpirationDays < CertificateAuthoritySettings.ComfortableCrlExpirationDays)
        {
            yield return $"certificateAuthority.crlExpirationDays is {CertificateAuthority.CrlExpirationDays}: when AWS Private CA "
                + $"fails to write a CRL, {CertificateAuthority.CrlExpirationDays * 12} hours are left to notice and repair it "
                + "before nobody can sign in. 7 is the default.";
        }

        if (CrlDistribution.Dns is null)
        {
            yield return "crlDistribution.dns is not set: the load balancer's own name goes into every certificate, so that load "
                + "balancer must live as long as they do. Give a name in a private Route 53 zone to be able to replace it.";
        }

        if (CertificateAuthority.Mode == CertificateAuthoritySettings.Existing)
        {
            yield return $"CA {CertificateAuthority.Arn} will publish its CRLs here. Certificates that it issued earlier keep naming the "
                + "earlier place, which must go on answering until they expire; and WorkSpaces and AppStream ask only a CA that has "
                + "the tag euc-private-ca, which is yours to add.";
        }
    }

    private IEnumerable<string> NotificationWarnings()
    {
        if (Notifications is null)
        {
            yield return "notifications is not set: that a certificate expires, a run failed or a person is needed is "
                + "only logged, and alarms tell nobody. List e-mail addresses, or name an SNS topic.";
        }
    }

    private IEnumerable<SettingProblem> AuthorityArnProblems() =>
    [
        // Only a CA's own account can change it; a parent is only asked to issue, which it can be shared for.
        .. CertificateAuthority.Arn is { } arn
            ? CertificateAuthorityArn.Problems("certificateAuthority.arn", arn, Region, Account)
            : [],
        .. CertificateAuthority.ParentCertificateAuthorityArn is { } parent
            ? CertificateAuthorityArn.Problems("certificateAuthority.parentCertificateAuthorityArn", parent, Region, account: null)
            : [],
        .. CertificateAuthority.Renewal.ParentCertificateAuthorityArn is { } issuer
            ? CertificateAuthorityArn.Problems(
                "certificateAuthority.renewal.parentCertificateAuthorityArn", issuer, Region, account: null)
            : [],
    ];

    private IEnumerable<SettingProblem> CrlLayoutProblems()
    {
        var path = CrlDistribution.CustomPath;
        string[] types =
        [
            CertificateAuthority.CrlType, .. FormerCertificateAuthorities.Select(former => former.CrlType),
        ];
        if (types.Contains(CertificateAuthoritySettings.Partitioned) != (path is not null))
        {
            yield return new SettingProblem(
                "crlDistribution.customPath", path is null ? "nothing" : $"\"{path}\"",
                "a folder when certificateAuthority.crlType or that of a former CA is PARTITIONED, nothing otherwise",
                $"crlType is {string.Join(", ", types.Distinct())}. AWS documents where CRLs lie for these two combinations "
                    + "only; change one of the settings.")
            {
                ComparedWith = ["certificateAuthority.crlType"],
            };
        }

        if (CrlDistribution.SupersededVersionDays < CertificateAuthority.CrlExpirationDays)
        {
            yield return new SettingProblem(
                "crlDistribution.supersededVersionDays", $"{CrlDistribution.SupersededVersionDays}",
                $"at least certificateAuthority.crlExpirationDays, which is {CertificateAuthority.CrlExpirationDays}",
                "Raise it, or a superseded CRL is deleted while the function could still fall back to it.")
            {
                ComparedWith = ["certificateAuthority.crlExpirationDays"],
            };
        }
    }

    private IEnumerable<SettingProblem> TagProblems() =>
        from name in Tags.Keys
        where name.Length is 0 or > 128 || name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        select new SettingProblem(
            $"tags.{name}", $"a name of {name.Length} characters", "1 to 128 characters that do not begin with aws:", "Rename the tag.");
}

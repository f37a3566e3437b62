using Infra.Cdk.Configuration.Renewal;

namespace Infra.Cdk.Configuration;

/// <summary>The CA in AWS Private CA: one to create, or one that exists.</summary>
/// <remarks>The schema says which settings each mode has; those of the other modes are null.</remarks>
public sealed record CertificateAuthoritySettings
{
    /// <summary><see cref="Mode"/> of a CA that exists and is only made to publish its CRLs here.</summary>
    public const string Existing = "existing";

    /// <summary><see cref="Mode"/> of a new CA whose certificate another CA issues.</summary>
    public const string CreateSubordinate = "createSubordinate";

    /// <summary><see cref="CrlType"/> of a CA that spreads its revocations over many CRLs.</summary>
    public const string Partitioned = "PARTITIONED";

    /// <summary><see cref="UsageMode"/> of a CA whose certificates live at most 7 days.</summary>
    public const string ShortLived = "SHORT_LIVED_CERTIFICATE";

    /// <summary>
    /// Fewest days of validity that pass without a warning: AWS Private CA writes the next CRL at half of it, and a weekend
    /// must not be longer than what is left.
    /// </summary>
    public const int ComfortableCrlExpirationDays = 3;

    /// <summary><c>create</c> (a new root CA), <see cref="CreateSubordinate"/> or <see cref="Existing"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>The CA that exists.</summary>
    public string? Arn { get; init; }

    /// <summary>Bucket that the existing CA published CRLs to, so that deleting the stack can make it do so again.</summary>
    public string? RestoreBucketName { get; init; }

    /// <summary>Folder of the CRLs that the existing CA published, where it has one outside <c>crl/</c>.</summary>
    public string? RestoreCustomPath { get; init; }

    /// <summary>Whether deleting the stack puts back the existing CA's earlier CRL settings.</summary>
    public bool? RestoreOnDelete { get; init; }

    /// <summary>The CA that issues the subordinate CA's certificate.</summary>
    public string? ParentCertificateAuthorityArn { get; init; }

    /// <summary>How many CAs may follow below the subordinate one.</summary>
    public int? PathLength { get; init; }

    public string? UsageMode { get; init; }

    public string? KeyAlgorithm { get; init; }

    public string? SigningAlgorithm { get; init; }

    public SubjectSettings? Subject { get; init; }

    /// <summary>Validity of the new CA's own certificate.</summary>
    public int? ValidityYears { get; init; }

    /// <summary>Days from a CRL's <c>thisUpdate</c> to its <c>nextUpdate</c>.</summary>
    public required int CrlExpirationDays { get; init; }

    public required string CrlType { get; init; }

    /// <summary>What happens before the CA's own certificate expires.</summary>
    public required RenewalSettings Renewal { get; init; }

    /// <summary>Whether certificates leave out where their CRL is; never, as <see cref="Problems"/> says.</summary>
    public required bool OmitExtension { get; init; }

    /// <summary>Null when the CA exists.</summary>
    public NewAuthoritySettings? NewAuthority =>
        (UsageMode, KeyAlgorithm, SigningAlgorithm, Subject, ValidityYears) is ({ } usage, { } key, { } signing, { } subject, { } years)
            ? new NewAuthoritySettings(usage, key, signing, subject, years)
            : null;

    public IEnumerable<SettingProblem> Problems()
    {
        if (KeyAlgorithm is { } key && SigningAlgorithm is { } signing)
        {
            var (family, ending) = key.StartsWith("RSA_", StringComparison.Ordinal) ? ("RSA", "WITHRSA") : ("EC", "WITHECDSA");
            if (!signing.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return new SettingProblem(
                    "certificateAuthority.signingAlgorithm", $"\"{signing}\"", $"SHA256{ending}, SHA384{ending}, SHA512{ending}",
                    $"The key algorithm is {key}, and an {family} key makes no other signatures; change one of the two.")
                {
                    ComparedWith = ["certificateAuthority.keyAlgorithm"],
                };
            }
        }

        if (UsageMode == ShortLived && PathLength > 0)
        {
            yield return new SettingProblem(
                "certificateAuthority.pathLength", $"{PathLength}", $"0 when certificateAuthority.usageMode is {ShortLived}",
                "A CA of short-lived certificates must be the last of its hierarchy; change one of the two.")
            {
                ComparedWith = ["certificateAuthority.usageMode", "certificateAuthority.mode"],
            };
        }

        if (OmitExtension)
        {
            yield return new SettingProblem(
                "certificateAuthority.omitExtension", "true", "false",
                "AWS Private CA does not combine it with the CRL's host name (CustomCname), and clients could not find the CRL; remove it.");
        }
    }
}

namespace Infra.Cdk.Configuration;

/// <summary>The root CA to create in AWS Private CA.</summary>
public sealed record CertificateAuthoritySettings
{
    /// <summary><see cref="CrlType"/> of a CA that spreads its revocations over many CRLs.</summary>
    public const string Partitioned = "PARTITIONED";

    /// <summary>
    /// Fewest days of validity that pass without a warning: AWS Private CA writes the next CRL at half of it, and a weekend
    /// must not be longer than what is left.
    /// </summary>
    public const int ComfortableCrlExpirationDays = 3;

    /// <summary>Only <c>create</c>: a new root CA.</summary>
    public required string Mode { get; init; }

    public required string UsageMode { get; init; }

    public required string KeyAlgorithm { get; init; }

    public required string SigningAlgorithm { get; init; }

    public required SubjectSettings Subject { get; init; }

    /// <summary>Validity of the CA's own certificate.</summary>
    public required int ValidityYears { get; init; }

    /// <summary>Days from a CRL's <c>thisUpdate</c> to its <c>nextUpdate</c>.</summary>
    public required int CrlExpirationDays { get; init; }

    public required string CrlType { get; init; }

    public IEnumerable<SettingProblem> Problems()
    {
        var (family, ending) = KeyAlgorithm.StartsWith("RSA_", StringComparison.Ordinal) ? ("RSA", "WITHRSA") : ("EC", "WITHECDSA");
        if (!SigningAlgorithm.EndsWith(ending, StringComparison.Ordinal))
        {
            yield return new SettingProblem(
                "certificateAuthority.signingAlgorithm", $"\"{SigningAlgorithm}\"", $"SHA256{ending}, SHA384{ending}, SHA512{ending}",
                $"The key algorithm is {KeyAlgorithm}, and an {family} key makes no other signatures; change one of the two.")
            {
                ComparedWith = ["certificateAuthority.keyAlgorithm"],
            };
        }
    }
}

namespace Infra.Cdk.Configuration;

/// <summary>How CRLs are kept and answered.</summary>
public sealed record CrlDistributionSettings
{
    /// <summary>Where AWS Private CA puts complete CRLs; no setting moves it.</summary>
    private const string CompleteCrls = "crl";

    /// <summary>Longest <c>max-age</c> of an answer.</summary>
    public required int MaxAgeSeconds { get; init; }

    /// <summary>Least time between two questions to S3 about one key.</summary>
    public required int RevalidateAfterSeconds { get; init; }

    /// <summary>How long a superseded CRL is kept.</summary>
    public required int SupersededVersionDays { get; init; }

    /// <summary>Customer managed key of the bucket; null means a key that S3 manages.</summary>
    /// <remarks>
    /// Its key policy must let <c>acm-pca.amazonaws.com</c> use <c>kms:GenerateDataKey</c> and <c>kms:Decrypt</c> when
    /// <c>kms:EncryptionContext:aws:s3:arn</c> is the bucket's ARN, or the CA cannot be created (AWS Private CA guide,
    /// "Encrypting your CRLs").
    /// </remarks>
    public string? KmsKeyArn { get; init; }

    /// <summary>Folder of partitioned CRLs; null when the CRL is complete.</summary>
    public string? CustomPath { get; init; }

    public required AccessLogSettings AccessLogs { get; init; }

    /// <summary>Name of our own for the load balancer; null means the load balancer's.</summary>
    public DnsSettings? Dns { get; init; }

    /// <summary>Protects the load balancer and the stacks from deletion.</summary>
    public required bool DeletionProtection { get; init; }

    public IEnumerable<SettingProblem> Problems()
    {
        if (RevalidateAfterSeconds > MaxAgeSeconds)
        {
            yield return new SettingProblem(
                "crlDistribution.revalidateAfterSeconds", $"{RevalidateAfterSeconds}",
                $"at most crlDistribution.maxAgeSeconds, which is {MaxAgeSeconds}",
                "Lower it, or clients that ask again in time still get the superseded CRL.")
            {
                ComparedWith = ["crlDistribution.maxAgeSeconds"],
            };
        }

        if (CustomPath == CompleteCrls)
        {
            yield return new SettingProblem(
                "crlDistribution.customPath",
                $"\"{CustomPath}\"",
                $"another folder than {CompleteCrls}, or one below it",
                $"Complete CRLs lie in {CompleteCrls}, also those that Private CA no longer writes, and would lie among the "
                + "partitions. Choose another folder.");
        }

        if (StatePrefixes.All.FirstOrDefault(LiesUnder) is { } taken)
        {
            yield return new SettingProblem(
                "crlDistribution.customPath",
                $"\"{CustomPath}\"",
                $"a folder outside of {string.Join(", ", StatePrefixes.All)}",
                $"Functions keep their own objects under {taken}, where the bucket's policy lets AWS Private CA write "
                + "nothing. Choose another folder.");
        }

        if (Dns is { HostName.Length: > DnsSettings.MaxHostNameLength } dns)
        {
            yield return new SettingProblem(
                "crlDistribution.dns.recordName", $"a name of {dns.HostName.Length} characters together with the zone",
                $"at most {DnsSettings.MaxHostNameLength}", "Shorten it: the whole name is the host of the CRL's URL.")
            {
                ComparedWith = ["crlDistribution.dns.zoneName"],
            };
        }
    }

    private bool LiesUnder(string prefix) =>
        CustomPath is { } path && $"{path}/".StartsWith(prefix, StringComparison.Ordinal);
}

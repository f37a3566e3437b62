using System.Text.Json.Nodes;
using Infra.Local.Years.Pki;

namespace Infra.Local.Presumed;

/// <summary>What an environment file names and none of its stacks makes: it is there before a deployment in AWS.</summary>
/// <param name="Folders">Folders of buckets, where other teams put certificates.</param>
/// <param name="AuthorityArns">CAs that issue or are trusted, each once.</param>
/// <param name="AdoptedArn">The CA that the deployment lets publish here; null for none.</param>
/// <param name="EarlierBucket">Where that one publishes so far; null for nowhere.</param>
public sealed record Presumption(
    IReadOnlyList<PkiFolder> Folders, IReadOnlyList<string> AuthorityArns, string? AdoptedArn, string? EarlierBucket)
{
    /// <param name="environmentFile">A file that the CDK app has accepted.</param>
    public static Presumption Of(string environmentFile)
    {
        var environment = JsonNode.Parse(File.ReadAllText(environmentFile))!;
        var authority = environment["certificateAuthority"];
        var adopted = (string?)authority?["arn"];
        IEnumerable<string?> named =
        [
            (string?)authority?["parentCertificateAuthorityArn"],
            (string?)authority?["renewal"]?["parentCertificateAuthorityArn"],
            .. from directory in environment["directories"] as JsonArray ?? []
               from purpose in new[] { directory!["smartCard"], directory["ldaps"] }
               from source in purpose?["certificateSources"] as JsonArray ?? []
               select (string?)source!["certificateAuthorityArn"],
        ];
        return new Presumption(
            PkiFolder.In(environmentFile),
            [.. named.OfType<string>().Where(arn => arn != adopted).Distinct(StringComparer.Ordinal)],
            adopted,
            (string?)authority?["restoreBucketName"]);
    }

    /// <summary>Everything that this account cannot have, each a sentence; none when all of it can be made.</summary>
    /// <param name="ownAuthorities">How the ARN of a CA of this account and Region begins.</param>
    public IReadOnlyList<string> Problems(string ownAuthorities) =>
    [
        .. from arn in AuthorityArns.Append(AdoptedArn).OfType<string>()
           where !arn.StartsWith(ownAuthorities, StringComparison.Ordinal)
           select $"{arn} is a CA of another account, Region or partition; the local AWS has those that begin with "
               + $"{ownAuthorities}. Name one of these, or none.",
        .. from folder in Folders
           where folder.AnchorFiles.Count == 0
           select $"s3://{folder.Bucket}/{folder.Prefix} is to hold certificates below a trust anchor, and trustAnchors names "
               + "none by pemFile, so that the local AWS has no certificate to put there. Pin a PEM file.",
    ];
}

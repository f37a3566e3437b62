using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Constructs.Events;

/// <summary>The events that say that a source may list other certificates than before.</summary>
internal static class EventPatterns
{
    /// <summary>Files that came to folders of buckets, or went.</summary>
    /// <remarks>
    /// A bucket tells only after its owner has switched EventBridge on. Buckets and prefixes are not paired: one event
    /// too many is a run that finds nothing to do.
    /// </remarks>
    public static Dictionary<string, object> Files(IReadOnlyList<S3SourceSettings> folders) => new()
    {
        ["source"] = new[] { "aws.s3" },
        ["detail-type"] = new[] { "Object Created", "Object Deleted" },
        ["detail"] = new Dictionary<string, object>
        {
            ["bucket"] = new Dictionary<string, object>
            {
                ["name"] = Distinct(folders.Select(folder => folder.BucketName)),
            },
            ["object"] = new Dictionary<string, object>
            {
                ["key"] = Distinct(folders.Select(folder => folder.Prefix))
                    .Select(prefix => new Dictionary<string, object> { ["prefix"] = prefix }).ToArray(),
            },
        },
    };

    /// <summary>CAs that got another certificate of their own.</summary>
    /// <remarks>
    /// Private CA has no event for it (Private CA guide, "Monitor AWS Private CA with CloudWatch Events"); the call is
    /// seen where a CloudTrail trail records the account's management events, and at best.
    /// </remarks>
    public static Dictionary<string, object> Imports(IReadOnlyList<string> authorityArns) => new()
    {
        ["source"] = new[] { "aws.acm-pca" },
        ["detail-type"] = new[] { "AWS API Call via CloudTrail" },
        ["detail"] = new Dictionary<string, object>
        {
            ["eventName"] = new[] { "ImportCertificateAuthorityCertificate" },
            ["requestParameters"] = new Dictionary<string, object>
            {
                ["certificateAuthorityArn"] = authorityArns.ToArray(),
            },
        },
    };

    private static string[] Distinct(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal)];
}

using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Resources;

/// <summary>Reads the properties of <c>AWS::S3::Bucket</c>.</summary>
public static class BucketProperties
{
    /// <summary>Properties that act; tags have no effect on S3's behaviour anywhere.</summary>
    private static readonly HashSet<string> Emulated =
    [
        "BucketName", "BucketEncryption", "LifecycleConfiguration", "NotificationConfiguration", "OwnershipControls",
        "PublicAccessBlockConfiguration", "Tags", "VersioningConfiguration",
    ];

    private static readonly HashSet<string> EmulatedInRule =
        ["Id", "Status", "Prefix", "NoncurrentVersionExpiration", "NoncurrentVersionExpirationInDays"];

    public static BucketSettings ToSettings(JsonObject properties, AwsAccount account) => new()
    {
        Versioning = Text(properties["VersioningConfiguration"]?["Status"]) switch
        {
            null => VersioningState.Unversioned,
            var status => Parse<VersioningState>(status, "VersioningConfiguration.Status"),
        },
        Encryption = Encryption(properties["BucketEncryption"]?["ServerSideEncryptionConfiguration"]?[0], account),
        PublicAccess = PublicAccess(properties["PublicAccessBlockConfiguration"]),
        Ownership = Text(properties["OwnershipControls"]?["Rules"]?[0]?["ObjectOwnership"]) switch
        {
            null => ObjectOwnership.BucketOwnerEnforced,
            var ownership => Parse<ObjectOwnership>(ownership, "OwnershipControls"),
        },
        SendsEvents = SendsEvents(properties["NotificationConfiguration"]?["EventBridgeConfiguration"]),
        NoncurrentExpirations = [.. ActiveRules(properties).Select(ToExpiration).OfType<NoncurrentExpiration>()],
    };

    public static IEnumerable<string> NotEmulated(JsonObject properties)
    {
        var unknown = properties.Select(property => property.Key).Where(name => !Emulated.Contains(name));
        var inRules = Rules(properties).SelectMany((rule, i) => rule
            .Where(member => !EmulatedInRule.Contains(member.Key))
            .Select(member => $"LifecycleConfiguration.Rules[{i}].{member.Key}"));
        var notices = (properties["NotificationConfiguration"] as JsonObject ?? [])
            .Where(member => member.Key != "EventBridgeConfiguration")
            .Select(member => $"NotificationConfiguration.{member.Key}");
        return unknown.Concat(notices).Concat(inRules);
    }

    /// <summary><c>EventBridgeEnabled</c> is true where it is left out.</summary>
    private static bool SendsEvents(JsonNode? eventBridge) =>
        eventBridge is not null
        && (eventBridge["EventBridgeEnabled"] is null || IsTrue(eventBridge["EventBridgeEnabled"]));

    private static ServerSideEncryption Encryption(JsonNode? rule, AwsAccount account) =>
        Text(rule?["ServerSideEncryptionByDefault"]?["SSEAlgorithm"]) switch
        {
            null or "AES256" => ServerSideEncryption.S3Managed,
            "aws:kms" => new ServerSideEncryption(
                KmsKeyReference.ToArn(Text(rule!["ServerSideEncryptionByDefault"]!["KMSMasterKeyID"]), account),
                IsTrue(rule["BucketKeyEnabled"])),
            var other => throw S3Errors.NotImplemented($"the bucket encryption '{other}'"),
        };

    private static PublicAccessBlock PublicAccess(JsonNode? block) => block is null
        ? PublicAccessBlock.All
        : new PublicAccessBlock(
            IsTrue(block["BlockPublicAcls"]),
            IsTrue(block["IgnorePublicAcls"]),
            IsTrue(block["BlockPublicPolicy"]),
            IsTrue(block["RestrictPublicBuckets"]));

    private static IEnumerable<JsonObject> Rules(JsonObject properties) =>
        (properties["LifecycleConfiguration"]?["Rules"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> ActiveRules(JsonObject properties) =>
        Rules(properties).Where(rule => Text(rule["Status"]) == "Enabled");

    private static NoncurrentExpiration? ToExpiration(JsonObject rule)
    {
        var expiration = rule["NoncurrentVersionExpiration"];
        var days = Text(expiration?["NoncurrentDays"] ?? rule["NoncurrentVersionExpirationInDays"]);
        return days is null
            ? null
            : new NoncurrentExpiration(
                Text(rule["Prefix"]) ?? string.Empty, Number(days), Number(Text(expiration?["NewerNoncurrentVersions"]) ?? "0"));
    }

    private static T Parse<T>(string text, string property)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value)
            ? value
            : throw new AwsException(
                "ValidationError", $"{property} is '{text}'; it must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsTrue(JsonNode? node) => string.Equals(Text(node), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonNode? node) => node?.ToString();
}

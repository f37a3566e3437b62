using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>What S3 checks before it takes a bucket policy.</summary>
public static class BucketPolicyRules
{
    /// <summary>Bytes; Amazon S3 user guide, "Bucket policies".</summary>
    private const int MaximumBytes = 20 * 1024;

    /// <exception cref="AwsException"><c>MalformedPolicy</c>, or <c>AccessDenied</c> from Block Public Access.</exception>
    public static void Check(string policy, Bucket bucket, string bucketArn)
    {
        var document = Parse(policy);
        if (bucket.Settings.PublicAccess.BlockPublicPolicy && PublicPolicy.IsPublic(document))
        {
            throw new AwsException(
                "AccessDenied",
                $"The policy is public and bucket '{bucket.Name}' blocks public policies (BlockPublicPolicy). Name the "
                    + "principals, or narrow the statement by a condition.",
                403);
        }

        var foreign = Statements(document).SelectMany(Resources).FirstOrDefault(
            resource => resource != bucketArn && !resource.StartsWith(bucketArn + "/", StringComparison.Ordinal) && resource != "*");
        if (foreign is not null)
        {
            throw Malformed($"Policy has invalid resource: '{foreign}' is neither '{bucketArn}' nor inside it");
        }
    }

    private static JsonObject Parse(string policy)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(policy) > MaximumBytes)
        {
            throw new AwsException("PolicyTooLarge", $"The policy has more than {MaximumBytes} bytes; merge statements "
                + "or use wildcards.");
        }

        try
        {
            return JsonNode.Parse(policy) is JsonObject { } document && document.ContainsKey("Statement")
                ? document
                : throw Malformed("Policies must be JSON objects with a Statement");
        }
        catch (JsonException e)
        {
            throw Malformed($"Policies must be valid JSON: {e.Message}");
        }
    }

    private static IEnumerable<JsonObject> Statements(JsonObject document) =>
        (document["Statement"] as JsonArray ?? [document["Statement"]!.DeepClone()]).OfType<JsonObject>();

    private static IEnumerable<string> Resources(JsonObject statement) => statement["Resource"] switch
    {
        JsonArray many => many.Select(resource => resource!.ToString()),
        JsonValue one => [one.ToString()],
        _ => [],
    };

    private static AwsException Malformed(string why) => new("MalformedPolicy", $"{why}.");
}

using System.Text.Json.Nodes;

namespace Infra.Local.S3;

/// <summary>Block Public Access' own reading of a bucket policy.</summary>
/// <remarks>
/// Public is an Allow for everybody that no condition narrows to fixed values; Amazon S3 user guide, "Blocking public
/// access", "The meaning of public".
/// </remarks>
public static class PublicPolicy
{
    private static readonly HashSet<string> NarrowingKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceAccount", "aws:SourceArn",
        "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce", "aws:userid",
        "s3:DataAccessPointAccount", "s3:DataAccessPointArn",
    };

    public static bool IsPublic(JsonObject policy) => (policy["Statement"] switch
    {
        JsonArray many => many.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    }).Any(statement => IsAllow(statement) && IsForEverybody(statement["Principal"]) && !IsNarrowed(statement["Condition"]));

    private static bool IsAllow(JsonObject statement) => (string?)statement["Effect"] == "Allow";

    private static bool IsForEverybody(JsonNode? principal) => principal switch
    {
        JsonValue value => value.ToString() == "*",
        JsonObject typed => typed["AWS"] is { } aws && (aws as JsonArray ?? [aws.DeepClone()]).Any(p => p?.ToString() == "*"),
        _ => false,
    };

    private static bool IsNarrowed(JsonNode? condition) => condition is JsonObject operators
        && operators.Any(op => op.Value is JsonObject keys && keys.Any(key => NarrowingKeys.Contains(key.Key) && IsFixed(key.Value)));

    private static bool IsFixed(JsonNode? value) =>
        (value as JsonArray ?? [value?.DeepClone()]).All(v => v is not null && !v.ToString().StartsWith('*'));
}

using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Tags as requests and answers carry them.</summary>
public static class AuthorityTags
{
    /// <summary>Most tags on a CA; service model, <c>TagList</c>.</summary>
    public const int Maximum = 50;

    private const string Characters = @"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

    /// <exception cref="AwsException"><c>InvalidTagException</c> for keys that AWS keeps for itself.</exception>
    public static IReadOnlyList<(string Key, string? Value)> Read(MemberReader reader, bool isRequired = false)
    {
        var tags = reader.Structures("Tags", Maximum)
            .Select(tag => (Key: tag.RequiredText("Key", 1, 128, Characters), Value: tag.Text("Value", 0, 256, Characters)))
            .ToList();
        if (isRequired && tags.Count == 0)
        {
            throw PrivateCaErrors.Validation("1 validation error detected: Value null at 'tags' failed to satisfy "
                + "constraint: Member must not be null");
        }

        var reserved = tags.Find(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)).Key;
        return reserved is null
            ? tags
            : throw new AwsException("InvalidTagException", $"Tag key '{reserved}' starts with 'aws:', which AWS keeps "
                + "for itself; choose another.");
    }

    public static JsonArray ToJson(IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];
}

using System.Text.Json.Nodes;

namespace Infra.Local.S3;

/// <summary>A public-read ACL, said as a statement of a bucket policy, so that a deny there still wins over it.</summary>
public static class PublicReadGrant
{
    public static string AddedTo(string? policy, string objectArn)
    {
        var document = policy is null ? new JsonObject { ["Version"] = "2012-10-17" } : JsonNode.Parse(policy)!.AsObject();
        var statements = document["Statement"] switch
        {
            JsonArray many => (JsonArray)many.DeepClone(),
            JsonObject one => [one.DeepClone()],
            _ => [],
        };
        statements.Add(new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = "*",
            ["Action"] = new JsonArray("s3:GetObject", "s3:GetObjectVersion"),
            ["Resource"] = objectArn,
        });
        document["Statement"] = statements;
        return document.ToJsonString();
    }
}

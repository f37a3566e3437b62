using System.Text.Json.Nodes;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

/// <summary>Events as EventBridge sends them.</summary>
internal static class SomeEvent
{
    /// <summary>S3's own form (S3 user guide, "EventBridge event message structure").</summary>
    public static JsonObject OfObject(
        string key,
        string account = "111122223333",
        string address = "10.0.0.7",
        string bucket = "team-bucket",
        string version = "v1") => new()
        {
            ["version"] = "0",
            ["source"] = "aws.s3",
            ["detail-type"] = "Object Created",
            ["detail"] = new JsonObject
            {
                ["version"] = "0",
                ["bucket"] = new JsonObject { ["name"] = bucket },
                ["object"] = new JsonObject { ["key"] = key, ["size"] = 1024, ["version-id"] = version },
                ["request-id"] = "C3D13FE58DE4C810",
                ["requester"] = account,
                ["source-ip-address"] = address,
                ["reason"] = "PutObject",
            },
        };
}

using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>Compares JSON by meaning.</summary>
internal static class JsonAssert
{
    public static void Same(string expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected: {expected}\nActual: {actual?.ToJsonString()}");
}

using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary>Reads lists of keys and values, such as <c>LoadBalancerAttributes</c>.</summary>
internal static class AttributeProperties
{
    /// <summary>The last value wins when a key is there twice.</summary>
    public static IReadOnlyDictionary<string, string> KeyValues(this JsonObject properties, string name)
    {
        var values = new Dictionary<string, string>();
        foreach (var attribute in properties.Objects(name))
        {
            values[attribute.RequiredText("Key")] = attribute.Text("Value") ?? "";
        }

        return values;
    }
}

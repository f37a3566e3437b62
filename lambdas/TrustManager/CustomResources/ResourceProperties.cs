using System.Collections.Frozen;
using System.Text.Json;

namespace Infra.TrustManager.CustomResources;

/// <summary>The properties of a resource, by name. CloudFormation makes a string of every scalar.</summary>
public sealed class ResourceProperties
{
    /// <summary>Properties that CloudFormation itself puts among a resource's own.</summary>
    private static readonly FrozenSet<string> CloudFormations = FrozenSet.Create("ServiceToken", "ServiceTimeout");

    private readonly Dictionary<string, string> _values;

    public ResourceProperties(IReadOnlyDictionary<string, string> values) =>
        _values = new(values, StringComparer.Ordinal);

    public static ResourceProperties None { get; } = new(new Dictionary<string, string>());

    /// <summary>The value; null when it is absent or empty, which to a template is the same.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Names that are neither in <paramref name="known"/> nor CloudFormation's own.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> known) =>
        [
            .. _values.Keys.Except(known, StringComparer.Ordinal)
                .Where(name => !CloudFormations.Contains(name))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// The members of a JSON object; lists and maps as their JSON text, so that a check names what it saw.
    /// </summary>
    internal static ResourceProperties From(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.Object } json)
        {
            return None;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            values[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : property.Value.GetRawText();
        }

        return new ResourceProperties(values);
    }
}

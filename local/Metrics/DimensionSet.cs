using System.Text.Json.Nodes;

namespace Infra.Local.Metrics;

/// <summary>
/// Names and values that tell metrics of one name apart; two sets of the same pairs are equal in any order.
/// </summary>
public sealed class DimensionSet : IEquatable<DimensionSet>
{
    /// <summary>Pairs of one metric; CloudWatch API reference, MetricDatum.</summary>
    public const int Maximum = 30;

    private DimensionSet(IReadOnlyList<(string Name, string Value)> pairs) => Pairs = pairs;

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs { get; }

    public static DimensionSet Of(params IEnumerable<(string Name, string Value)> pairs) =>
        new([.. pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal)]);

    public bool Equals(DimensionSet? other) => other is not null && Pairs.SequenceEqual(other.Pairs);

    public override bool Equals(object? obj) => Equals(obj as DimensionSet);

    public override int GetHashCode() =>
        Pairs.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Name, pair.Value));

    public override string ToString() => string.Join(",", Pairs.Select(pair => $"{pair.Name}={pair.Value}"));

    public JsonObject ToJson() => new(Pairs.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));
}

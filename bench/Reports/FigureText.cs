using System.Globalization;
using Infra.Bench.Figures;

namespace Infra.Bench.Reports;

/// <summary>Numbers of a figure as people read them.</summary>
internal static class FigureText
{
    public static IReadOnlyList<string> Columns { get; } =
        ["metric", "ours", "peer", "peer's", "ratio", "target", "met"];

    public static string[] Row(Figure figure) =>
    [
        figure.Metric,
        WithSpread(figure.Ours),
        figure.Peer ?? "",
        figure.PeerSample is { } peer ? WithSpread(peer) : "",
        Number(figure.Ratio),
        figure.Target is null ? "" : $"≤ {Number(figure.Target)}",
        figure.Met switch { true => "yes", false => "NO", null => "" },
    ];

    /// <summary>Median, and the middle half where it is wider than a point.</summary>
    private static string WithSpread(Sample sample)
    {
        var (low, high) = (Number(sample.LowerQuartile), Number(sample.UpperQuartile));
        return low == high ? Number(sample.Median) : $"{Number(sample.Median)} ({low} to {high})";
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        >= 100 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 1 => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}

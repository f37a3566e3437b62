using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Bench.Figures;

namespace Infra.Bench.Reports;

/// <summary>The figures as one JSON document.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<Figure> figures) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            Figures = figures.Select(figure => new
            {
                figure.Metric,
                Ours = Rounded(figure.Ours.Median),
                figure.Peer,
                PeerValue = Rounded(figure.PeerSample?.Median),
                Ratio = Rounded(figure.Ratio),
                figure.Target,
                figure.Met,
            }),
        },
        Options));

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
}

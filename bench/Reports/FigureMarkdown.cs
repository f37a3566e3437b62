using System.Globalization;
using System.Runtime.InteropServices;
using Infra.Bench.Figures;

namespace Infra.Bench.Reports;

/// <summary>The figures as they stand in <c>bench/README.md</c>, with date and machine.</summary>
internal static class FigureMarkdown
{
    public static void Write(IReadOnlyList<Figure> figures)
    {
        var date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Console.WriteLine($"{date}, {Machine()}, {RuntimeInformation.FrameworkDescription}:");
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", FigureText.Columns)} |");
        Console.WriteLine($"|{string.Concat(FigureText.Columns.Select(_ => "---|"))}");
        foreach (var figure in figures)
        {
            Console.WriteLine($"| {string.Join(" | ", FigureText.Row(figure))} |");
        }
    }

    private static string Machine()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var model = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        var processor = model is null ? "" : $"{model[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}, ";
        return $"{processor}{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}";
    }
}

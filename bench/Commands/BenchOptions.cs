namespace Infra.Bench.Commands;

/// <summary>What the command line asks for.</summary>
/// <param name="Rounds">Rounds that count in each group.</param>
/// <param name="Only">Part of the names of the groups to measure; null for all.</param>
/// <param name="Also">Folders of other builds of our function, to compare in the cold and warm groups.</param>
/// <param name="Format">How the figures are printed.</param>
public sealed record BenchOptions(int Rounds, string? Only, IReadOnlyList<string> Also, ReportFormat Format);

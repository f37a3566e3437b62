namespace Infra.Bench.Commands;

/// <summary>How the figures are printed.</summary>
public enum ReportFormat
{
    Table,
    Json,
    Markdown,
}

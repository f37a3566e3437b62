namespace Infra.TrustManager.Telemetry;

/// <summary>One value of a metric.</summary>
/// <param name="Unit">One of CloudWatch's units; days have none.</param>
public sealed record Figure(string Name, double Value, string Unit = Figure.Count)
{
    public const string Count = "Count";
    public const string Milliseconds = "Milliseconds";
    public const string None = "None";
}

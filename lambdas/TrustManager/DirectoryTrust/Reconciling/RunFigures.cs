using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What a run measured of its directory.</summary>
internal static class RunFigures
{
    /// <summary>Nothing where the directory was not read: a figure that is missing is no zero.</summary>
    public static IReadOnlyList<Figure> Of(RunResult result) => result.Last is not { } survey
        ? []
        : [new Figure(TrustManagerMetrics.Held, survey.Remembered.Hold?.IsOn(survey.At) == true ? 1 : 0)];
}

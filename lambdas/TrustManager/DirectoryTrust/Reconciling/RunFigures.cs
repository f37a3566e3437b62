using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What a run measured of its directory.</summary>
internal static class RunFigures
{
    /// <summary>Nothing where the directory was not read: a figure that is missing is no zero.</summary>
    public static IEnumerable<Figure> Of(RunResult result) => result.Last is not { } survey
        ? []
        : DirectoryFigures.Of(survey.State, survey.Recalled, survey.Desired, survey.At)
            .Select(figure => new Figure(figure.Key, figure.Value, UnitOf(figure.Key)));

    /// <summary>CloudWatch has no unit of days.</summary>
    private static string UnitOf(string name) =>
        name is TrustManagerMetrics.DaysToExpiry or TrustManagerMetrics.DaysToLastRegistration
            ? Figure.None
            : Figure.Count;
}

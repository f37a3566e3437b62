using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What a run measured of its directory.</summary>
internal static class RunFigures
{
    /// <summary>Nothing about what was not read: a figure that is missing is no zero.</summary>
    public static IEnumerable<Figure> Of(RunResult result) =>
    [
        .. result.StateMatches is { } matches
            ? [new Figure(TrustManagerMetrics.StateMismatch, matches ? 0 : 1)]
            : Array.Empty<Figure>(),
        .. result.Last is { } survey ? Of(survey) : [],
    ];

    private static IEnumerable<Figure> Of(Survey survey) =>
        DirectoryFigures.Of(survey.State, survey.Recalled, survey.Desired, survey.At)
            .Select(figure => new Figure(figure.Key, figure.Value, UnitOf(figure.Key)));

    /// <summary>CloudWatch has no unit of days.</summary>
    private static string UnitOf(string name) =>
        name is TrustManagerMetrics.DaysToExpiry or TrustManagerMetrics.DaysToLastRegistration
            ? Figure.None
            : Figure.Count;
}

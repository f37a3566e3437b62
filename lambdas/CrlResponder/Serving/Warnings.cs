using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Telemetry;

namespace Infra.CrlResponder.Serving;

/// <summary>Which metrics, and which sentences, tell an operator what is not as it should be.</summary>
internal static class Warnings
{
    public static IReadOnlyList<string> Of(ObjectProblem? problem, StoreTrouble? trouble, bool isServed, bool isExpired)
    {
        List<string> warnings = [];
        if (problem is not null)
        {
            warnings.Add(problem.Kind switch
            {
                ObjectProblemKind.TooLarge => CrlResponderMetrics.TooLarge,
                ObjectProblemKind.Older => CrlResponderMetrics.OlderObject,
                _ => CrlResponderMetrics.InvalidObject,
            });
        }

        if (problem is not null && isServed)
        {
            warnings.Add(CrlResponderMetrics.ServedEarlierVersion);
        }

        if (trouble is { IsDenied: true })
        {
            warnings.Add(CrlResponderMetrics.AccessDenied);
        }
        else if (trouble is not null && isServed)
        {
            warnings.Add(CrlResponderMetrics.ServedFromMemoryWhileS3Down);
        }

        if (isExpired)
        {
            warnings.Add(CrlResponderMetrics.ServedExpired);
        }

        return warnings;
    }

    public static string? Detail(ObjectProblem? problem, StoreTrouble? trouble) =>
        problem is null && trouble is null ? null : $"{problem?.Detail} {trouble?.Detail}".Trim();
}

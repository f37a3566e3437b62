using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Telemetry;

namespace Infra.CrlResponder.Serving;

/// <summary>Which metrics, and which sentences, tell an operator what is not as it should be.</summary>
internal static class Warnings
{
    /// <summary>What is wrong with S3's current object, or with S3.</summary>
    public static IEnumerable<string> Of(ObjectProblem? problem, StoreTrouble? trouble)
    {
        if (problem is not null)
        {
            yield return problem.Kind switch
            {
                ObjectProblemKind.TooLarge => CrlResponderMetrics.TooLarge,
                ObjectProblemKind.Older => CrlResponderMetrics.OlderObject,
                ObjectProblemKind.WrongIssuer => CrlResponderMetrics.WrongIssuer,
                ObjectProblemKind.NotYetValid => CrlResponderMetrics.NotYetValid,
                _ => CrlResponderMetrics.InvalidObject,
            };
        }

        if (trouble is { IsDenied: true })
        {
            yield return CrlResponderMetrics.AccessDenied;
        }
    }

    /// <summary>What is not as it should be with a document that is served all the same.</summary>
    public static IEnumerable<string> Of(Lookup.Document served, DateTimeOffset now)
    {
        if (served.Problem is not null)
        {
            yield return CrlResponderMetrics.ServedEarlierVersion;
        }

        if (served.Trouble is { IsDenied: false })
        {
            yield return CrlResponderMetrics.ServedFromMemoryWhileS3Down;
        }

        if (served.Value.UnverifiedBecause is not null)
        {
            yield return CrlResponderMetrics.CrlUnverified;
        }

        if (served.Value.Facts.IsExpiredAt(now))
        {
            yield return CrlResponderMetrics.ServedExpired;
        }
    }

    public static string? Detail(ObjectProblem? problem, StoreTrouble? trouble, string? more = null) =>
        string.Join(' ', new[] { problem?.Detail, trouble?.Detail, more }.OfType<string>()) is { Length: > 0 } detail
            ? detail
            : null;
}

using Infra.TrustManager.Messages;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Trust.Warnings;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What people are told after a run.</summary>
internal static class RunMessages
{
    private const string RunKey = "run/";

    public static IReadOnlyList<Message> For(RunResult result, DirectoryPlace place) =>
    [
        .. result.IsFailure ? [Failure(result, place)] : Array.Empty<Message>(),
        .. result.Last is { } survey ? Warnings(survey) : [],
    ];

    /// <summary>Whether this run would have told of the trouble with this key.</summary>
    public static bool Judges(this RunResult result, string key) => result.End switch
    {
        RunEnd.Done or RunEnd.Held or RunEnd.Refused => true,
        RunEnd.Failed => result.Last is not null || key.StartsWith(RunKey, StringComparison.Ordinal),
        _ => false,
    };

    private static IReadOnlyList<Message> Warnings(Survey survey) => TrustWarnings.For(
        survey.Properties.DirectoryId,
        survey.Properties.DirectoryName,
        survey.State,
        survey.Recalled,
        survey.Desired,
        survey.Plan,
        survey.Properties.Rules.Mode,
        survey.At);

    private static Message Failure(RunResult result, DirectoryPlace place)
    {
        var (id, name) = (place.DirectoryId, result.Last?.Properties.DirectoryName);
        var directory = name is null ? id : $"{id} ({name})";
        var was = result.End == RunEnd.Refused ? "was refused" : "failed";
        return new Message(
            RunKey + result.Trouble,
            $"Directory {id}: a scheduled run {was}",
            $"A scheduled run on directory {directory} {was}.\n\n{result.Text}\n\n"
            + "Until it is corrected the certificates of this directory do not follow their sources. The next run "
            + "tries again by itself; to try at once, and to see what is to be done:\n\n"
            + $"    dotnet run --project trust -- apply {id}\n"
            + $"    dotnet run --project trust -- plan {id}\n");
    }
}

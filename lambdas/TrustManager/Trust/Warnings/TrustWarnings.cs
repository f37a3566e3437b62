using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Everything that a person has to know of a directory today, each with a key of its own.</summary>
/// <remarks>A run that failed or was refused is told by whoever ran it.</remarks>
public static class TrustWarnings
{
    /// <param name="directoryName">Null for its id alone.</param>
    /// <param name="state">What the directory has at the end of the run.</param>
    /// <param name="memory">In line with <paramref name="state"/>.</param>
    /// <param name="plan">What is still to be done.</param>
    /// <param name="mode">What scheduled runs may do.</param>
    public static IReadOnlyList<Message> For(
        string directoryId,
        string? directoryName,
        DirectoryState state,
        TrustMemory memory,
        DesiredTrust desired,
        TrustPlan plan,
        RotationMode mode,
        DateTimeOffset now)
    {
        var directory = new WarnedDirectory(directoryId, directoryName);
        var views = PurposeView.Managed(state, memory, desired, now);
        return
        [
            .. views.SelectMany(view => EndWarnings.For(directory, view)),
            .. views.SelectMany(view => SuccessorWarnings.For(directory, view)),
            .. views.SelectMany(view => WithheldWarnings.For(directory, view, memory)),
            .. RegisteredMessages.For(directory, memory, now),
            .. DriftWarnings.For(directory, memory, now),
            .. PersonWarnings.For(directory, plan, mode),
        ];
    }
}

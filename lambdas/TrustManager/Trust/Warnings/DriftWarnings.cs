using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Tells of changes that somebody made to the directory by hand.</summary>
internal static class DriftWarnings
{
    public static IEnumerable<Message> For(WarnedDirectory directory, TrustMemory memory, DateTimeOffset now) =>
        memory.Drift.Where(entry => entry.At > now - DriftEntry.Kept).Select(entry => directory.Message(
            entry.Key,
            "somebody changed it by hand",
            $"On directory {directory.Label}, {entry.What}. "
            + $"The run of {entry.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC noticed it.",
            "What the sources list is registered again and what is to be on is switched on again, as far as the "
            + "rotation mode allows; a certificate of somebody else is left alone, and counts towards the quota of the "
            + "directory.",
            "What to do: find out who did it (CloudTrail, event source ds.amazonaws.com) and why. If it was meant, "
            + "change the sources or the environment file instead, so that it lasts. To keep scheduled runs away "
            + "meanwhile:\n\n"
            + $"    dotnet run --project trust -- hold {directory.Id} --reason \"why\"\n",
            $"To see what is to be done:\n\n{directory.PlanCommand}"));
}

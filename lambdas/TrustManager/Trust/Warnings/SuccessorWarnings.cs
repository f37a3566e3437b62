using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Tells of certificates whose end is near enough that a successor ought to be among their sources.</summary>
internal static class SuccessorWarnings
{
    /// <summary>Most names of certificates that await approval: anyone may fill a bucket.</summary>
    private const int MaxNames = 5;

    public static IEnumerable<Message> For(WarnedDirectory directory, PurposeView view)
    {
        foreach (var wanted in view.WithoutSuccessor())
        {
            var certificate = wanted.Certificate;
            var left = certificate.NotAfter - view.Now;
            if (WarningLevels.Reached(WarningLevels.Successor, left) is not { } level)
            {
                continue;
            }

            yield return directory.Message(
                $"successor/{view.Purpose}/{certificate.Thumbprint}/{level}",
                $"no successor for '{certificate.CommonName}', {Math.Floor(left.TotalDays):0} days left",
                [
                    directory.Describe(view.Purpose, wanted),
                    $"It has {Math.Floor(left.TotalDays):0} days left, and its sources list no later certificate that is valid now of "
                    + $"the CA \"{certificate.Subject}\". From {certificate.NotAfter.UtcDateTime:yyyy-MM-dd} on nobody "
                    + $"can use {PurposeName.Of(view.Purpose)} with what this CA issued.",
                    .. NotYetValid(view, wanted),
                    .. Possible(view, wanted),
                    .. Awaiting(view, wanted),
                    "What to do: have the CA renewed, and put its new certificate where the others are (the folder, "
                    + "the CA or the list in the environment file); leave the old one there until the new one is in "
                    + $"use. It needs more than {Registrability.MinRemaining.TotalDays:0} days to its own end. The next "
                    + "scheduled run registers it.",
                    $"To see what comes on which day:\n\n{directory.PlanCommand}",
                ]);
        }
    }

    private static string[] NotYetValid(PurposeView view, WantedCertificate wanted) =>
        view.SuccessorOf(wanted.Certificate) is { } later
            ? [$"'{later.Certificate.CommonName}' ({later.Certificate.Thumbprint}) follows it, and is not valid before "
                + $"{later.Certificate.NotBefore.UtcDateTime:yyyy-MM-dd HH:mm} UTC. What it issues is refused until then."]
            : [];

    /// <summary>What awaits approval is no successor, but may become one.</summary>
    private static string[] Awaiting(PurposeView view, WantedCertificate wanted)
    {
        string[] names =
        [
            .. view.Withheld.Where(one => one.Kind == WithheldKind.AwaitsApproval
                && one.Certificate!.NotAfter > wanted.Certificate.NotAfter).Take(MaxNames).Select(one => one.Name),
        ];
        return names.Length == 0
            ? []
            : [$"Waiting for approval, and not registered: {string.Join(", ", names)}. If one of them is the successor, "
                + "approve it."];
    }

    private static string[] Possible(PurposeView view, WantedCertificate wanted)
    {
        string[] names =
        [
            .. view.PossibleSuccessorsOf(wanted).Select(other =>
                $"'{other.Certificate.CommonName}' (expires {other.Certificate.NotAfter.UtcDateTime:yyyy-MM-dd})"),
        ];
        return names.Length == 0
            ? []
            : [$"Registered later and under another name: {string.Join(", ", names)}. If one of them is the successor, "
                + "take the old certificate out of its sources, and this message ends."];
    }
}

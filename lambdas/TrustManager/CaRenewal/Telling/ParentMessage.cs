using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>Says at once that the CA above cannot issue, long before the renewal needs it.</summary>
/// <remarks>A deleted CA can be restored for 7 to 30 days only (API Reference, DeleteCertificateAuthority).</remarks>
internal static class ParentMessage
{
    private const string Prefix = "parent/";

    /// <summary>
    /// A failure that passes by itself is notified when the third daily run in a row meets it: an hour of leeway for
    /// runs that start early.
    /// </summary>
    private static readonly TimeSpan TransientFor = TimeSpan.FromHours(47);

    /// <summary>Null when the CA above can issue, or nothing is known yet against it.</summary>
    public static Message? For(
        CaView view, RenewalPlan plan, RenewalMemory memory, RenewalSettings settings, DateTimeOffset now)
    {
        if (ParentProblem.In(view) is not { } problem
            || (problem.IsTransient && !(now - memory.ParentUnreadSince >= TransientFor)))
        {
            return null;
        }

        var name = view.Certificate?.CommonName ?? settings.Ca.CaId;
        var (subject, code) = problem.IsTransient
            ? ($"The CA above '{name}' could not be read for days", "unread")
            : view.Parent is { Status: var status }
                ? ($"The CA above '{name}' is {status}", status)
                : ($"The CA above '{name}' cannot be read", problem.Code);
        return new Message(
            $"{Prefix}{problem.Parent.CaId}/{code}",
            subject,
            $"The CA above {settings.Ca} ('{name}'), {problem.Parent}, {problem.State}.\n\n"
                + $"{Renewal(view, plan, now)}\n\n{problem.NextStep}.\n\nThis is said once for each state of the CA above.");
    }

    /// <summary>Whether this is the key of such a message.</summary>
    public static bool IsAbout(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    private static string Renewal(CaView view, RenewalPlan plan, DateTimeOffset now) =>
        (view.Certificate, plan.Due) switch
        {
            ({ } own, { } due) when now < due =>
                $"This CA goes on issuing; its certificate is valid until {own.NotAfter:yyyy-MM-dd}. The renewal on "
                + $"{due:yyyy-MM-dd} fails unless the CA above issues by then.",
            ({ } own, { }) =>
                $"The certificate of this CA is valid until {own.NotAfter:yyyy-MM-dd}. Its renewal is due and fails "
                + "until the CA above issues.",
            _ => "This CA has no certificate that could be renewed.",
        };
}

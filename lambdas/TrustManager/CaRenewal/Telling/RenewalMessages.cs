using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>What people have to know after a run, whether they know it already or not.</summary>
public static class RenewalMessages
{
    /// <param name="view">Null when the run failed before it saw the CA.</param>
    public static IReadOnlyList<Message> For(
        RenewalMemory memory,
        CaView? view,
        RenewalPlan plan,
        RenewalFailure? failure,
        RenewalSettings settings,
        DateTimeOffset now) =>
    [
        .. failure is null ? [] : new[] { Failed(failure, memory, settings) },
        .. view is null ? [] : ExpiryMessages.For(view, plan, settings, now),
        .. view is null || ParentMessage.For(view, plan, memory, settings, now) is not { } parent
            ? []
            : new[] { parent },
        .. view is null || CrlDriftMessage.For(view, settings) is not { } drift ? [] : new[] { drift },
        .. view is null || MissingCrlMessage.For(view, settings) is not { } missing ? [] : new[] { missing },
        .. view is null || Stopped(view, memory, settings) is not { } stopped ? [] : new[] { stopped },

        // What cannot be downloaded yet is not to be published.
        .. view is null
            || failure is not null
            || WindowsTrustMessage.For(memory, view, settings, now) is not { } windows
            ? []
            : new[] { windows },
    ];

    /// <summary>Whether a run found out if the problem with this key lasts.</summary>
    /// <param name="isComplete">False for a run that did not find out about everything.</param>
    public static bool IsJudged(string key, CaView? view, bool isComplete) =>
        view switch
        {
            null => isComplete,
            _ when MissingCrlMessage.IsAbout(key) => view.Crl.IsKnown,
            { ParentFailure.IsTransient: true }
                when ParentMessage.IsAbout(key) || ExpiryMessages.DependsOnParent(key) => false,
            _ => isComplete || ParentMessage.IsAbout(key) || CrlDriftMessage.IsAbout(key),
        };

    private static Message Failed(RenewalFailure failure, RenewalMemory memory, RenewalSettings settings) => new(
        $"failed/{failure.Code}",
        $"The certificate of CA {Name(memory, settings)} could not be looked after",
        $"The daily run for the certificate of CA {settings.Ca} ({Name(memory, settings)}) failed. The CA keeps the "
            + $"certificate that it has.\n\n{failure.Reason}\n\nIt is tried again every day; this is said once.");

    private static Message? Stopped(CaView view, RenewalMemory memory, RenewalSettings settings) =>
        view.Ca.Status is CaStatus.Disabled or CaStatus.Failed or CaStatus.Deleted
            ? new Message(
                $"status/{view.Ca.Status}",
                $"CA {Name(memory, settings)} is {view.Ca.Status}",
                $"CA {settings.Ca} is {view.Ca.Status} and issues no certificates. "
                    + (view.Ca.RestorableUntil is { } until
                        ? $"It can be restored until {until:yyyy-MM-dd HH:mm} UTC."
                        : "If nobody meant that, enable or replace it; if it is meant, remove it from the environment "
                            + "file."))
            : null;

    private static string Name(RenewalMemory memory, RenewalSettings settings) =>
        memory.Current is { } current ? $"'{current.CommonName}'" : settings.Ca.CaId;
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>Keeps slots free for certificates that wait for an operator's approval.</summary>
/// <remarks>
/// Anyone who may write to a source bucket can make certificates wait. So only additional CAs from a bucket give way to
/// them; what the environment file names, what an operator approved, and what succeeds a registered certificate never
/// does.
/// </remarks>
internal static class Reservation
{
    /// <summary>What of <paramref name="missing"/> is registered now.</summary>
    public static List<WantedCertificate> Decide(
        PurposeView view, int? ceiling, List<WantedCertificate> missing, PlanDraft draft)
    {
        WithheldObject[] waiting = [.. view.Withheld.Where(one => one.Kind == WithheldKind.AwaitsApproval)];
        if (waiting.Length == 0 || ceiling is not { } most)
        {
            return missing;
        }

        var occupied = view.Listed.Count(entry => entry.IsThere);
        var dead = view.Leaving.Count(one => !draft.IsGone(one.Entry) && !view.IsUsable(one.Entry));
        var free = Math.Max(0, Math.Max(most, occupied) - occupied + draft.GoneCount + dead);
        WantedCertificate[] yielding = [.. missing.Where(wanted => Yields(view, wanted, missing))];
        var room = free - (missing.Count - yielding.Length) - waiting.Length;

        // What would not fit anyway is refused or planned for a later day as ever.
        WantedCertificate[] postponed =
            view.Usable == 0 || missing.Count > free ? [] : [.. yielding.Skip(Math.Max(0, room))];
        foreach (var one in postponed)
        {
            draft.Notes.Add(
                $"'{one.Certificate.CommonName}' ({one.Certificate.Thumbprint}) is not registered for "
                + $"{PurposeName.Of(view.Purpose)} yet: the directory takes {most} certificates and has {occupied}, and "
                + $"slots are kept free for {Names(waiting)}. Approve or reject that, or take it out of its source.");
        }

        var left = Math.Max(0, free - missing.Count + postponed.Length);
        if (left < waiting.Length)
        {
            draft.Notes.Add(
                $"For {PurposeName.Of(view.Purpose)} the directory takes {most} certificates and has {occupied}: "
                + $"{(left == 0 ? "no slot is" : left == 1 ? "1 slot is" : $"{left} slots are")} free for "
                + $"{Names(waiting)}. Make room before you approve, or ask AWS for a higher quota.");
        }

        return [.. missing.Except(postponed)];
    }

    private static bool Yields(PurposeView view, WantedCertificate wanted, List<WantedCertificate> missing) =>
        view.Desired!.ReasonFor(wanted.Certificate).Kind == AdmissionKind.Path
        && !view.Registered().Concat(missing).Any(one => Follows(wanted.Certificate, one.Certificate))
        && !view.Leaving.Any(one => Follows(wanted.Certificate, one.Certificate));

    private static bool Follows(CaCertificate later, CaCertificate earlier) =>
        later.NotAfter > earlier.NotAfter && (later.IsOfSameCa(earlier) || later.IsSiblingOf(earlier));

    private static string Names(WithheldObject[] waiting) =>
        string.Join(", ", waiting.Select(one => $"'{one.Certificate!.CommonName}'"));
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>Compares what is planned without a decision and with it, before the decision is recorded.</summary>
internal static class DecisionCheck
{
    /// <summary>
    /// Why an approval would not register the named certificate, or would stop all runs; whole sentences.
    /// </summary>
    /// <param name="thumbprint">Of the named certificate.</param>
    /// <param name="decisions">Those that are to stand.</param>
    public static IReadOnlyList<string> Problems(
        Survey before, Survey after, string thumbprint, IEnumerable<AdmissionDecision> decisions) =>
    [
        .. decisions.Where(one => one.Thumbprint == thumbprint).Select(one => NotAdmitted(after, one)).OfType<string>(),
        .. after.Plan.Refusals.Except(before.Plan.Refusals),
    ];

    /// <summary>
    /// What is removed, or removed earlier, because of a rejection: it was kept until that was decided.
    /// </summary>
    public static IEnumerable<string> Removals(Survey before, Survey after)
    {
        var known = Removals(before).ToDictionary(one => one.Step.Id, one => one.From);
        return
        [
            .. Removals(after).Where(one => !known.TryGetValue(one.Step.Id, out var from) || one.From < from)
                .Select(one => $"'{one.Step.CommonName}' ({one.Step.Id}) stayed registered for "
                    + $"{PurposeName.Of(one.Step.Purpose)} until this was decided; runs may remove it from "
                    + $"{one.From.UtcDateTime:yyyy-MM-dd} on."),
        ];
    }

    private static IEnumerable<(TrustStep.Deregister Step, DateTimeOffset From)> Removals(Survey survey) =>
        survey.Plan.Steps.Select(step => (Step: step, From: survey.At))
            .Concat(survey.Plan.Waiting.Select(waiting => (waiting.Step, waiting.From)))
            .Where(one => one.Step is TrustStep.Deregister)
            .Select(one => ((TrustStep.Deregister)one.Step, one.From));

    private static string? NotAdmitted(Survey after, AdmissionDecision decision)
    {
        var (desired, use) = (after.Desired.For(decision.Purpose), PurposeName.Of(decision.Purpose));
        if (after.Recalled.IsRegistered(decision.Purpose, decision.Thumbprint)
            || desired?.Certificates.Any(one => one.Thumbprint == decision.Thumbprint) == true)
        {
            return null;
        }

        var why = desired?.Withheld.FirstOrDefault(one => one.Certificate?.Thumbprint == decision.Thumbprint);
        return why is null
            ? $"{decision.Name} was taken away or replaced while the sources were read. Ask again."
            : $"{decision.Name} could not be registered for {use} although it is approved: {why.Reason.TrimEnd('.')}. "
                + (why.Kind == WithheldKind.AwaitsApproval
                    ? "Approve that issuer instead: the waiting certificates below it are approved with it."
                    : "Correct that first.");
    }
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>A certificate that a request decided about.</summary>
/// <param name="Purpose"><c>smartCard</c> or <c>ldaps</c>.</param>
/// <param name="Decision"><c>approved</c> or <c>rejected</c>.</param>
/// <param name="State"><c>registered</c>, <c>scheduled for 2027-03-01</c> or <c>not registered</c>.</param>
public sealed record DecidedCertificate(
    string Purpose, string Thumbprint, string CommonName, string Decision, string State)
{
    /// <param name="survey">What the run after the decision saw last; null where none saw anything.</param>
    public static DecidedCertificate Of(AdmissionDecision decision, Survey? survey) => new(
        PurposeName.SectionOf(decision.Purpose),
        decision.Thumbprint,
        decision.CommonName,
        decision.IsApproved ? "approved" : "rejected",
        survey is null ? "not registered" : StateOf(decision, survey));

    private static string StateOf(AdmissionDecision decision, Survey survey) =>
        survey.Recalled.IsRegistered(decision.Purpose, decision.Thumbprint) ? "registered"
        : survey.Plan.Waiting.FirstOrDefault(waiting => waiting.Step is TrustStep.Register register
            && register.Purpose == decision.Purpose
            && register.Certificate.Thumbprint == decision.Thumbprint) is { } scheduled
            ? $"scheduled for {scheduled.From.UtcDateTime:yyyy-MM-dd}"
        : "not registered";
}

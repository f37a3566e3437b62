using Infra.TrustManager.Admission;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>What operators decided, for as long as it matters.</summary>
/// <param name="Purpose"><c>smartCard</c> or <c>ldaps</c>.</param>
/// <param name="Decision"><c>approved</c> or <c>rejected</c>.</param>
/// <param name="By">Who asked, as in the history.</param>
/// <param name="Set">Thumbprint that the operator named; another one where this certificate was below that.</param>
public sealed record DecisionLine(
    string Purpose,
    string Thumbprint,
    string CommonName,
    string Decision,
    DateTimeOffset At,
    string By,
    string Set,
    bool IsRegistered)
{
    internal static DecisionLine Of(AdmissionDecision decision, TrustMemory memory) => new(
        PurposeName.SectionOf(decision.Purpose),
        decision.Thumbprint,
        decision.CommonName,
        decision.IsApproved ? "approved" : "rejected",
        decision.At,
        decision.By,
        decision.Set,
        memory.IsRegistered(decision.Purpose, decision.Thumbprint));

    internal static string Line(AdmissionDecision decision, TrustMemory memory) =>
        $"{decision.At:u}  {(decision.IsApproved ? "approved" : "rejected")} {decision.Name} for "
        + PurposeName.Of(decision.Purpose)
        + (decision.Set == decision.Thumbprint ? "" : $" with SHA-256 {decision.Set}")
        + $" (asked by: {decision.By}); "
        + (memory.IsRegistered(decision.Purpose, decision.Thumbprint) ? "registered" : "not registered");
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>What was decided, and what was decided so before.</summary>
/// <param name="New">Recorded now.</param>
/// <param name="Standing">About the named certificate, recorded earlier.</param>
/// <param name="Notes">Whole sentences.</param>
/// <param name="Mode">What scheduled runs of the directory may do.</param>
public sealed record DecisionResult(
    IReadOnlyList<AdmissionDecision> New,
    IReadOnlyList<AdmissionDecision> Standing,
    IReadOnlyList<string> Notes,
    RotationMode Mode)
{
    /// <summary>Why nothing was recorded, in whole sentences; null where the decision stands.</summary>
    public string? Problem { get; private init; }

    public static DecisionResult Refused(string problem) => new([], [], [], RotationMode.Report) { Problem = problem };
}

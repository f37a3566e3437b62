using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Memory;

/// <summary>How a run ended, for operators who ask later.</summary>
/// <remarks>
/// A run that changes nothing and ends as the one before is not recorded, since such a run writes nothing at all.
/// </remarks>
/// <param name="At">The moment for which the run was decided.</param>
/// <param name="Text">Why it ended so, for a person.</param>
/// <param name="Cause">Of a failure: the same for the same cause; null where there is none.</param>
/// <param name="Request">Id of the invocation.</param>
public sealed record RunRecord(DateTimeOffset At, string Outcome, string Text, string? Cause, string Request)
{
    /// <summary>Longest text that is kept, in characters: a few sentences.</summary>
    private const int MaxText = 1000;

    public string Text { get; init; } = Printable.Truncate(Text, MaxText);

    /// <summary>Whether this run is to be recorded after <paramref name="earlier"/>.</summary>
    /// <param name="hasChanged">True when it changed something.</param>
    public bool IsNewAfter(RunRecord? earlier, bool hasChanged) =>
        hasChanged || earlier is null || earlier.Outcome != Outcome || earlier.Cause != Cause;
}

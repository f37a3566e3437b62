namespace Infra.Local.Years.Findings;

/// <summary>How the years went.</summary>
/// <param name="Breaches">Each with its day and what was seen; empty when all was kept.</param>
public sealed record YearsOutcome(int Years, int Seed, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Breaches)
{
    public bool Passed => Breaches.Count == 0 && Findings.All(finding => finding.Kept);
}

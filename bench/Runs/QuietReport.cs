using System.Text.Json.Nodes;
using Infra.Local.Reporting;
using Infra.Local.Verification;
using Infra.Local.Years.Findings;

namespace Infra.Bench.Runs;

/// <summary>
/// Says nothing: a deployment that fails throws, and one that succeeds is only where figures come from.
/// </summary>
internal sealed class QuietReport : IReport
{
    public void Progress(string what)
    {
    }

    public void Check(CheckResult result)
    {
    }

    public void Finished(IReadOnlyList<CheckResult> results, TimeSpan took)
    {
    }

    public void Lived(YearsOutcome outcome)
    {
    }

    public void Ready(JsonObject status)
    {
    }
}

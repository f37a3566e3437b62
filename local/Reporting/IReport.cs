using System.Text.Json.Nodes;
using Infra.Local.Verification;
using Infra.Local.Years.Findings;

namespace Infra.Local.Reporting;

/// <summary>Tells the person, or the program, at the other end what happens.</summary>
public interface IReport
{
    /// <summary>What is being done now, such as a stack that is deployed.</summary>
    void Progress(string what);

    /// <summary>A check has ended.</summary>
    void Check(CheckResult result);

    /// <summary>The acceptance list has been walked.</summary>
    void Finished(IReadOnlyList<CheckResult> results, TimeSpan took);

    /// <summary>The years have been lived through.</summary>
    void Lived(YearsOutcome outcome);

    /// <summary>The deployment stands and stays up.</summary>
    /// <param name="status">The document of <c>GET /_local</c>.</param>
    void Ready(JsonObject status);
}

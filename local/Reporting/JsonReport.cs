using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Verification;
using Infra.Local.Years.Findings;

namespace Infra.Local.Reporting;

/// <summary>One JSON document on standard output; progress goes to standard error.</summary>
public sealed class JsonReport : IReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Progress(string what) => Console.Error.WriteLine(what);

    public void Check(CheckResult result) => Console.Error.WriteLine($"{(result.Passed ? "passed" : "FAILED")}: {result.Name}");

    public void Finished(IReadOnlyList<CheckResult> results, TimeSpan took) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(new { Checks = results }, Indented));

    public void Lived(YearsOutcome outcome) => Console.Out.WriteLine(JsonSerializer.Serialize(outcome, Indented));

    public void Ready(JsonObject status) => Console.Out.WriteLine(status.ToJsonString(Indented));
}

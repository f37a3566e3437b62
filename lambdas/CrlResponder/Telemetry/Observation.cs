using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Serving;

namespace Infra.CrlResponder.Telemetry;

/// <summary>What one request came to, for the log and the metrics.</summary>
public sealed record Observation
{
    /// <summary>The metric of <see cref="CrlResponderMetrics"/> that names the kind of answer.</summary>
    public required string Outcome { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>What the answer was about; null when it carries no document.</summary>
    public CachedDocument? Document { get; init; }

    public Source? Source { get; init; }

    /// <summary>Metrics beside the outcome: things that work, but that someone should look at.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Sentences that say what is wrong and what to do.</summary>
    public string? Detail { get; init; }

    public string Level => Outcome switch
    {
        CrlResponderMetrics.Unavailable or CrlResponderMetrics.Failed => "Error",
        _ => Warnings.Count > 0 ? "Warning" : "Information",
    };
}

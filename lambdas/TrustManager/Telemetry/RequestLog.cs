using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Telemetry;

/// <summary>The log of one invocation: what changed, what someone should look at, and how it ended.</summary>
public sealed class RequestLog(EventLog log, string invocationId, string functionName)
{
    /// <summary>
    /// Longest text of one member, in characters: enough for a stack trace; a log event holds 256 KB.
    /// </summary>
    private const int MaxText = 8192;

    private readonly long _started = log.Time.GetTimestamp();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private IReadOnlyList<(string Name, string Value)> _about = [];

    /// <summary>Names the request that later lines are about.</summary>
    public void About(CustomResourceRequest request) => _about =
    [
        ("request", request.Kind.ToString()),
        ("requestId", request.Address.RequestId),
        ("stackId", request.Address.StackId),
        ("logicalResourceId", request.Address.LogicalResourceId),
    ];

    /// <summary>Names the run that later lines are about, and what began it.</summary>
    public void About(string request, string trigger) => _about = [("request", request), ("trigger", trigger)];

    /// <summary>The audit trail: a CA, or what is published for it, is other than it was.</summary>
    public void Changed(string subject, string what, string before, string after)
    {
        Count(TrustManagerMetrics.CaChanged);
        Write("Information", "Changed", ("subject", subject), ("what", what), ("before", before), ("after", after));
    }

    public void Published(string key, string thumbprint) =>
        Write("Information", "Published", ("key", key), ("sha256", thumbprint));

    /// <summary>Something that a later reader needs to know, and nobody has to act on.</summary>
    public void Noted(string subject, string what) =>
        Write("Information", "Noted", ("subject", subject), ("what", what));

    /// <summary>It works, but someone should look.</summary>
    public void Warned(string subject, string what)
    {
        Count(TrustManagerMetrics.Warned);
        Write("Warning", "Warned", ("subject", subject), ("what", what));
    }

    /// <summary>Adds one to a metric of this request.</summary>
    public void Count(string metric)
    {
        // Work that was given up may still end, and say so, while the answer is sent.
        lock (_counts)
        {
            _counts[metric] = _counts.GetValueOrDefault(metric) + 1;
        }
    }

    public void Failed(string doing, Exception exception) =>
        Write("Error", "Failed", ("doing", doing), ("detail", exception.ToString()));

    public void Unanswerable(string problem)
    {
        Write("Error", "Unanswerable", ("detail", problem));
        WriteMetrics(TrustManagerMetrics.Unanswered);
    }

    public void Answered(CustomResourceAnswer answer, Delivery delivery)
    {
        var delivered = delivery is Delivery.Delivered;
        Write(
            delivered && answer.Succeeded ? "Information" : "Error",
            "Answered",
            ("status", answer.Succeeded ? "SUCCESS" : "FAILED"),
            ("physicalResourceId", answer.PhysicalResourceId),
            ("reason", answer.Reason),
            ("delivery", delivery.ToString()));
        WriteMetrics(!delivered ? TrustManagerMetrics.Unanswered
            : answer.Succeeded ? TrustManagerMetrics.Succeeded : TrustManagerMetrics.Failed);
    }

    /// <summary>How a run that nobody waits for ended.</summary>
    public void Ran(string subject, string outcome, string text, bool failed) => Write(
        failed ? "Error" : "Information", "Ran", ("subject", subject), ("result", outcome), ("detail", text));

    /// <summary>Embeds metrics of one subject, by the one dimension that names it.</summary>
    public void Figures(string dimension, string subject, IReadOnlyCollection<Figure> figures) =>
        log.Write(writer => MetricLine.Write(writer, dimension, subject, log.Time.GetUtcNow(), figures));

    private void Write(string level, string outcome, params IReadOnlyList<(string Name, string? Value)> members) =>
        log.Write(writer =>
        {
            writer.WriteString("timestamp", log.Time.GetUtcNow().UtcDateTime);
            writer.WriteString("level", level);
            writer.WriteString("outcome", outcome);
            writer.WriteString("invocationId", invocationId);
            foreach (var (name, value) in _about)
            {
                writer.WriteString(name, value);
            }

            foreach (var (name, value) in members.Where(member => member.Value is not null))
            {
                writer.WriteString(name, value!.Length <= MaxText ? value : value[..MaxText] + "...");
            }
        });

    private void WriteMetrics(string outcome)
    {
        Count(outcome);
        var duration = Math.Round(log.Time.GetElapsedTime(_started).TotalMilliseconds, 3);
        lock (_counts)
        {
            Figures(
                TrustManagerMetrics.FunctionName,
                functionName,
                [
                    .. _counts.Select(count => new Figure(count.Key, count.Value)),
                    new Figure(TrustManagerMetrics.DurationMs, duration, Figure.Milliseconds),
                ]);
        }
    }
}

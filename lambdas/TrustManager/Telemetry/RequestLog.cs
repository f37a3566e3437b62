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
    private CustomResourceRequest? _request;

    /// <summary>Names the request that later lines are about.</summary>
    public void About(CustomResourceRequest request) => _request = request;

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

    private void Write(string level, string outcome, params IReadOnlyList<(string Name, string? Value)> members) =>
        log.Write(writer =>
        {
            writer.WriteString("timestamp", log.Time.GetUtcNow().UtcDateTime);
            writer.WriteString("level", level);
            writer.WriteString("outcome", outcome);
            writer.WriteString("invocationId", invocationId);
            if (_request is { } request)
            {
                writer.WriteString("request", request.Kind.ToString());
                writer.WriteString("requestId", request.Address.RequestId);
                writer.WriteString("stackId", request.Address.StackId);
                writer.WriteString("logicalResourceId", request.Address.LogicalResourceId);
            }

            foreach (var (name, value) in members.Where(member => member.Value is not null))
            {
                writer.WriteString(name, value!.Length <= MaxText ? value : value[..MaxText] + "...");
            }
        });

    private void WriteMetrics(string outcome)
    {
        Count(outcome);
        var duration = log.Time.GetElapsedTime(_started).TotalMilliseconds;
        lock (_counts)
        {
            log.Write(writer => MetricLine.Write(writer, functionName, log.Time.GetUtcNow(), _counts, duration));
        }
    }
}

using Infra.Local.Lambda;
using Infra.Local.Lambda.Logging;

namespace Infra.Local.Metrics.Embedded;

/// <summary>Brings the metrics in the logs of functions to CloudWatch, as CloudWatch Logs does.</summary>
public sealed class FunctionMetrics(Functions functions, MetricStore metrics)
{
    /// <summary>
    /// Where CloudWatch Logs counts lines that look like metrics and are none; user guide, "CloudWatch Logs usage
    /// metrics".
    /// </summary>
    private const string LogsNamespace = "AWS/Logs", Unreadable = "EMFValidationErrors", LogGroup = "LogGroupName";

    /// <summary>Reads every line from now on.</summary>
    public void Listen() => functions.Logged += Read;

    private void Read(LogLine line)
    {
        if (line.Source is not (LogSource.StandardOutput or LogSource.StandardError))
        {
            return;
        }

        try
        {
            foreach (var (metric, at, values, unit) in EmbeddedMetrics.Read(line.Text))
            {
                metrics.Add(metric, new MetricValue(at, values, unit));
            }
        }
        catch (FormatException)
        {
            // CloudWatch says no more than this either: the line itself is in the log.
            var group = functions.Find(line.Function)?.Configuration.LogGroup ?? line.Function;
            var unreadable = new Metric(LogsNamespace, Unreadable, LogGroup, group);
            metrics.Add(unreadable, new MetricValue(line.Time, [1], "Count"));
        }
    }
}

namespace Infra.TrustManager.Telemetry;

/// <summary>
/// Names of the metrics that the functions embed in their log; alarms and dashboards compile this same file.
/// </summary>
/// <remarks>Unless it says otherwise a metric is a count of requests.</remarks>
public static class TrustManagerMetrics
{
    public const string Namespace = "TrustManager";

    /// <summary>The only dimension.</summary>
    public const string FunctionName = "FunctionName";

    /// <summary>Answered SUCCESS.</summary>
    public const string Succeeded = "Succeeded";

    /// <summary>Answered FAILED.</summary>
    public const string Failed = "Failed";

    /// <summary>CloudFormation could not be answered.</summary>
    public const string Unanswered = "Unanswered";

    /// <summary>The answer carried a warning.</summary>
    public const string Warned = "Warned";

    /// <summary>Changes made to a CA.</summary>
    public const string CaChanged = "CaChanged";

    /// <summary>The CA was configured, but its first CRL had not appeared when the time was over.</summary>
    public const string FirstCrlMissing = "FirstCrlMissing";

    /// <summary>Milliseconds from event to answer.</summary>
    public const string DurationMs = "DurationMs";
}

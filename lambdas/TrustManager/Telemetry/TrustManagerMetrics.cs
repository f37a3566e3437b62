namespace Infra.TrustManager.Telemetry;

/// <summary>
/// Names of the metrics that the functions embed in their log; alarms and dashboards compile this same file.
/// </summary>
/// <remarks>Unless it says otherwise a metric is a count of requests.</remarks>
public static class TrustManagerMetrics
{
    public const string Namespace = "TrustManager";

    /// <summary>The only dimension, unless a metric names another.</summary>
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

    /// <summary>The CA's first CRL could not be asked for, or had not appeared when the time was over.</summary>
    public const string FirstCrlMissing = "FirstCrlMissing";

    /// <summary>Dimension of what a scheduled run says of a directory.</summary>
    public const string DirectoryId = "DirectoryId";

    /// <summary>Dimension of what a scheduled run says of a CA: the id at the end of its ARN.</summary>
    public const string CertificateAuthorityId = "CertificateAuthorityId";

    /// <summary>A scheduled run that came to its end; by directory, or by CA.</summary>
    public const string RunSucceeded = "RunSucceeded";

    /// <summary>A scheduled run that was refused or failed; by directory, or by CA. Zero with every other run.</summary>
    public const string RunFailed = "RunFailed";

    /// <summary>
    /// Days until the first wanted certificate whose successor is not on the directory, or the CA's own, expires; by
    /// directory, or by CA.
    /// </summary>
    public const string DaysToExpiry = "DaysToExpiry";

    /// <summary>
    /// Days until the first of those has 90 days left, and cannot be registered again; by directory.
    /// </summary>
    public const string DaysToLastRegistration = "DaysToLastRegistration";

    /// <summary>Certificates with 180 days or less left and no successor among the sources; by directory.</summary>
    public const string SuccessorsMissing = "SuccessorsMissing";

    /// <summary>
    /// Certificates in the sources that wait for an operator's approval, counted for each purpose; by directory.
    /// </summary>
    public const string CertificatesAwaitingApproval = "CertificatesAwaitingApproval";

    /// <summary>Changes that somebody made to the directory by hand since the last run; by directory.</summary>
    public const string Drift = "Drift";

    /// <summary>
    /// 1 where a run found other properties in the state than its template has, else 0; by directory. Normal while a
    /// deployment runs.
    /// </summary>
    public const string StateMismatch = "StateMismatch";

    /// <summary>1 while a person holds the directory, else 0; by directory.</summary>
    public const string Held = "Held";

    /// <summary>1 while a new CA certificate is not known to be in Root and NTAuth, else 0; by CA.</summary>
    public const string WindowsTrustPending = "WindowsTrustPending";

    /// <summary>Messages that could not be sent; by directory, or by CA.</summary>
    public const string MessagesLost = "MessagesLost";

    /// <summary>Milliseconds from event to answer.</summary>
    public const string DurationMs = "DurationMs";
}

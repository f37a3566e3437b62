namespace Infra.CrlResponder.Telemetry;

/// <summary>Names of the metrics that the function embeds in its log; alarms and dashboards compile this same file.</summary>
/// <remarks>Unless it says otherwise a metric is a count of requests, and each request counts towards all that apply.</remarks>
public static class CrlResponderMetrics
{
    public const string Namespace = "CrlResponder";

    /// <summary>The only dimension.</summary>
    public const string FunctionName = "FunctionName";

    /// <summary>Answered 200 with a document.</summary>
    public const string Served = "Served";

    /// <summary>Answered 304.</summary>
    public const string NotModified = "NotModified";

    /// <summary>A health check of the load balancer.</summary>
    public const string HealthCheck = "HealthCheck";

    /// <summary>Answered 404 because S3 has no such object, or refuses to say.</summary>
    public const string NotFound = "NotFound";

    /// <summary>Answered 400, 404 or 405 without asking S3: not a request that this function serves.</summary>
    public const string Refused = "Refused";

    /// <summary>Answered 503, for whatever reason: clients cannot check revocation.</summary>
    public const string Unavailable = "Unavailable";

    /// <summary>Answered 500: a defect of the function.</summary>
    public const string Failed = "Failed";

    /// <summary>S3's current object does not fit the answer of a load balancer.</summary>
    public const string TooLarge = "TooLarge";

    /// <summary>S3's current object does not parse.</summary>
    public const string InvalidObject = "InvalidObject";

    /// <summary>S3's current CRL is older than one served before.</summary>
    public const string OlderObject = "OlderObject";

    /// <summary>S3's current CRL certainly is not of the CA whose CRL the key holds.</summary>
    public const string WrongIssuer = "WrongIssuer";

    /// <summary>S3's current CRL begins more than a day from now.</summary>
    public const string NotYetValid = "NotYetValid";

    /// <summary>A CRL was served whose signature could not be checked.</summary>
    public const string CrlUnverified = "CrlUnverified";

    /// <summary>An earlier version stood in for an unfit current object.</summary>
    public const string ServedEarlierVersion = "ServedEarlierVersion";

    /// <summary>The copy in memory stood in while S3 was slow, throttled or down.</summary>
    public const string ServedFromMemoryWhileS3Down = "ServedFromMemoryWhileS3Down";

    /// <summary>S3 answered 403; whether or not the copy in memory stood in.</summary>
    public const string AccessDenied = "AccessDenied";

    /// <summary>S3's current document is past its <c>nextUpdate</c> or <c>notAfter</c> and was served for the client to decide.</summary>
    public const string ServedExpired = "ServedExpired";

    /// <summary>Seconds from now to <c>nextUpdate</c> of a CRL that was served; negative when it is past.</summary>
    public const string SecondsToNextUpdate = "SecondsToNextUpdate";

    /// <summary>Milliseconds from event to answer.</summary>
    public const string DurationMs = "DurationMs";
}

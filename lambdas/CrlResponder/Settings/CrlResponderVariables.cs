namespace Infra.CrlResponder.Settings;

/// <summary>Names of the environment variables that the function reads; the CDK app compiles this same file and sets them.</summary>
public static class CrlResponderVariables
{
    /// <summary>Private bucket that holds the CRLs and CA certificates. Required.</summary>
    public const string BucketName = "CRL_BUCKET";

    /// <summary>Key prefixes that may hold CRLs, separated by commas, each ending in a slash. Default: <c>crl/</c>.</summary>
    public const string CrlPrefixes = "CRL_PREFIXES";

    /// <summary>Key prefix that may hold CA certificates, ending in a slash. Default: <c>aia/</c>.</summary>
    public const string AiaPrefix = "AIA_PREFIX";

    /// <summary>Longest <c>max-age</c> of an answer, in seconds. Default: 3600; Windows treats less as 3600 when it pre-fetches.</summary>
    public const string MaxAgeSeconds = "MAX_AGE_SECONDS";

    /// <summary>Least time between two questions to S3 about one key, in seconds. Default: 60.</summary>
    public const string RevalidateAfterSeconds = "REVALIDATE_AFTER_SECONDS";

    /// <summary>Longest wait for S3 in one request, in milliseconds. Default: 5000; Windows gives up after 15000 on one URL.</summary>
    public const string S3TimeoutMilliseconds = "S3_TIMEOUT_MILLISECONDS";

    /// <summary>Path that the load balancer's health check asks for. Default: <c>/health</c>.</summary>
    public const string HealthPath = "HEALTH_PATH";
}

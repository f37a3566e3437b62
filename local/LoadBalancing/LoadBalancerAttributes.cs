namespace Infra.Local.LoadBalancing;

/// <summary>What is set on a load balancer by key and value.</summary>
public sealed class LoadBalancerAttributes(IReadOnlyDictionary<string, string> values)
{
    private static readonly string[] Emulated =
    [
        "access_logs.s3.bucket", "access_logs.s3.prefix", "deletion_protection.enabled",
        "routing.http.drop_invalid_header_fields.enabled", "routing.http.xff_header_processing.mode",
    ];

    // What holds here anyway, so that saying it loses nothing.
    private static readonly (string Key, string Value)[] AlwaysSo =
    [
        ("access_logs.s3.enabled", "false"), ("connection_logs.s3.enabled", "false"), ("health_check_logs.s3.enabled", "false"),
        ("routing.http.desync_mitigation_mode", "defensive"), ("routing.http.preserve_host_header.enabled", "false"),
        ("routing.http.xff_client_port.enabled", "false"), ("routing.http2.enabled", "true"), ("waf.fail_open.enabled", "false"),
        ("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false"), ("zonal_shift.config.enabled", "false"),
    ];

    /// <summary>Default: off, as on AWS.</summary>
    public bool DeletionProtection => IsTrue("deletion_protection.enabled");

    /// <summary>Whether request headers with names outside <c>[-A-Za-z0-9]+</c> are dropped. Default: no, as on AWS.</summary>
    public bool DropInvalidHeaderFields => IsTrue("routing.http.drop_invalid_header_fields.enabled");

    /// <summary><c>append</c>, <c>preserve</c> or <c>remove</c>. Default: append, as on AWS.</summary>
    public string ForwardedForMode => values.GetValueOrDefault("routing.http.xff_header_processing.mode", "append");

    /// <summary>Bucket of the access logs; null while they are off, which is the default.</summary>
    public string? AccessLogBucket =>
        IsTrue("access_logs.s3.enabled") ? values.GetValueOrDefault("access_logs.s3.bucket", "") : null;

    /// <summary>Prefix of the access logs' keys. Default: none.</summary>
    public string AccessLogPrefix => values.GetValueOrDefault("access_logs.s3.prefix", "");

    public IEnumerable<string> NotEmulated() => values
        .Where(attribute => !Emulated.Contains(attribute.Key) && !AlwaysSo.Contains((attribute.Key, attribute.Value)))
        .Select(attribute => attribute.Key == "access_logs.s3.enabled"
            ? "access_logs.s3.enabled (its test file is written, log files are not)"
            : attribute.Key);

    private bool IsTrue(string key) => values.GetValueOrDefault(key) == "true";
}

using System.Text;

namespace Infra.Local.Lambda;

/// <summary>What Lambda refuses in a function's configuration.</summary>
public static class FunctionRules
{
    // Lambda developer guide, "Reserved environment variables".
    private static readonly string[] Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    public static IEnumerable<string> Problems(FunctionConfiguration function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var seconds = function.Timeout.TotalSeconds;
        if (seconds is < 1 or > LambdaLimits.MaxTimeoutSeconds)
        {
            yield return $"Timeout is {seconds}; it must be 1 to {LambdaLimits.MaxTimeoutSeconds} seconds.";
        }

        if (function.MemoryMegabytes is < LambdaLimits.MinMemoryMegabytes or > LambdaLimits.MaxMemoryMegabytes)
        {
            yield return $"MemorySize is {function.MemoryMegabytes}; it must be {LambdaLimits.MinMemoryMegabytes} to "
                + $"{LambdaLimits.MaxMemoryMegabytes} MB.";
        }

        if (function.Environment.Keys.Intersect(Reserved).ToArray() is { Length: > 0 } taken)
        {
            yield return $"The environment sets {string.Join(", ", taken)}, which Lambda reserves; choose other names.";
        }

        var bytes = function.Environment.Sum(v => Encoding.UTF8.GetByteCount(v.Key) + Encoding.UTF8.GetByteCount(v.Value));
        if (bytes > LambdaLimits.MaxEnvironmentBytes)
        {
            yield return $"The environment has {bytes} bytes; Lambda takes at most {LambdaLimits.MaxEnvironmentBytes}.";
        }

        if (function.ReservedConcurrency < 0)
        {
            yield return $"ReservedConcurrentExecutions is {function.ReservedConcurrency}; it must be 0 or more.";
        }
    }
}

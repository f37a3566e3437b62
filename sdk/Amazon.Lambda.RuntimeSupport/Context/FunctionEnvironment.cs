using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>What Lambda's environment variables say about the function; the same for all its invocations.</summary>
internal sealed record FunctionEnvironment(
    string FunctionName, string FunctionVersion, string LogGroupName, string LogStreamName, int MemoryLimitInMB)
{
    public const string MemorySizeVariable = "AWS_LAMBDA_FUNCTION_MEMORY_SIZE";

    public static FunctionEnvironment Current() => new(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"),
        Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION"),
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME"),
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME"),
        int.TryParse(
            Environment.GetEnvironmentVariable(MemorySizeVariable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var megabytes)
            ? megabytes
            : 0);
}

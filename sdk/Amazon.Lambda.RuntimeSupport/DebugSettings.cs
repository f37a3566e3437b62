namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Settings for tests and for local runs; never set on Lambda.</summary>
internal static class DebugSettings
{
    /// <summary><c>true</c>: one event is served, then <see cref="LambdaBootstrap.RunAsync"/> ends.</summary>
    private const string RunOnceVariable = "AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE";

    /// <summary><c>true</c>: the heap keeps its own limit, whatever the function's memory size is.</summary>
    private const string DisableMemoryLimitVariable = "AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK";

    public static bool RunsOnce() => IsTrue(RunOnceVariable);

    public static bool KeepsHeapLimit() => IsTrue(DisableMemoryLimitVariable);

    private static bool IsTrue(string variable) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), "true", StringComparison.OrdinalIgnoreCase);
}

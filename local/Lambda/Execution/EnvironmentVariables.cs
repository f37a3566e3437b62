using System.Globalization;
using Infra.Clock;

namespace Infra.Local.Lambda.Execution;

/// <summary>The whole environment of a function's process; nothing of the developer's own comes in.</summary>
public static class EnvironmentVariables
{
    /// <param name="function">Whose process it is.</param>
    /// <param name="host">Where it runs.</param>
    /// <param name="runtimeApi">Host and port of its Runtime API.</param>
    /// <param name="logStream">Log stream of this execution environment.</param>
    /// <param name="scratch">A directory for its temporary files and its home.</param>
    public static IReadOnlyDictionary<string, string> For(
        FunctionConfiguration function, LambdaHost host, string runtimeApi, string logStream, string scratch)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(host);
        var credentials = host.Roles.Assume(function.RoleArn, function.Name);
        var variables = ProcessOf(scratch);
        var chosen = function.Environment.Concat(host.AddedVariables()).Concat(LambdaOf(function, host, runtimeApi, logStream));
        foreach (var (name, value) in chosen)
        {
            variables[name] = value;
        }

        variables["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey;
        variables["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        variables["AWS_ENDPOINT_URL"] = host.Endpoint().GetLeftPart(UriPartial.Authority);
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables[LocalClockFile.Variable] = host.Clock.OffsetFilePath;

        // AWS clients refuse a FIPS endpoint together with a custom one, before they send anything.
        variables.Remove("AWS_USE_FIPS_ENDPOINT");
        return variables;
    }

    private static Dictionary<string, string> ProcessOf(string scratch)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/bin:/usr/bin/:/bin:/opt/bin",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["HOME"] = scratch,
            ["TMPDIR"] = scratch,
        };
        if (OperatingSystem.IsWindows())
        {
            // Sockets do not open without it.
            variables["SystemRoot"] = Environment.GetFolderPath(Environment.SpecialFolder.Windows);
            variables["TEMP"] = variables["TMP"] = variables["USERPROFILE"] = scratch;
        }

        return variables;
    }

    private static Dictionary<string, string> LambdaOf(
        FunctionConfiguration function, LambdaHost host, string runtimeApi, string logStream)
    {
        var variables = new Dictionary<string, string>
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_REGION"] = host.Account.Region,
            ["AWS_DEFAULT_REGION"] = host.Account.Region,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroup,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["LAMBDA_TASK_ROOT"] = function.TaskRoot,
            ["LAMBDA_RUNTIME_DIR"] = "/var/runtime",
        };
        if (!function.Runtime.StartsWith("provided", StringComparison.Ordinal))
        {
            variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}";
        }

        return variables;
    }
}

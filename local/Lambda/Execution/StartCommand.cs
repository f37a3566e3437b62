using System.Runtime.InteropServices;
using Infra.Local.Endpoint;

namespace Infra.Local.Lambda.Execution;

/// <summary>The program that runs a function.</summary>
/// <param name="FileName">Path of the executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record StartCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <exception cref="AwsException"><c>InvalidParameterValueException</c> when this function cannot run here at all.</exception>
    public static StartCommand For(FunctionConfiguration function, HostPlatform host)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(host);
        return function.Runtime switch
        {
            "provided.al2023" => Bootstrap(function, host),
            "dotnet10" => Managed(function),
            _ => throw new AwsException(
                "InvalidParameterValueException",
                $"Function {function.Name} has runtime {function.Runtime}; the local AWS runs provided.al2023 and dotnet10. "
                + "Deploy it with one of those."),
        };
    }

    private static StartCommand Bootstrap(FunctionConfiguration function, HostPlatform host) =>
        host.IsLinux && host.Architecture == function.Architecture
            ? new StartCommand(Path.Combine(function.TaskRoot, "bootstrap"), [])
            : throw new AwsException(
                "InvalidParameterValueException",
                $"Function {function.Name} is a Linux executable for {function.Architecture}, which does not run on this machine "
                + $"({host}). Synthesize with -c functionRuntime=dotnet10.");

    private static StartCommand Managed(FunctionConfiguration function)
    {
        if (function.Handler.Contains("::", StringComparison.Ordinal))
        {
            throw new AwsException(
                "InvalidParameterValueException",
                $"Handler {function.Handler} of function {function.Name} names a method; the local AWS starts executable assemblies "
                + "only. Set the assembly name as handler and run LambdaBootstrap in Main.");
        }

        var assembly = Path.Combine(function.TaskRoot, $"{function.Handler}.dll");
        return File.Exists(assembly)
            ? new StartCommand(DotnetPath, ["exec", assembly])
            : new StartCommand(Path.Combine(function.TaskRoot, function.Handler), []);
    }

    /// <summary>The <c>dotnet</c> that runs this very process, three folders above its runtime.</summary>
    private static string DotnetPath => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}

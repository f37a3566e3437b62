using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What an environment's settings make of every function.</summary>
internal static class FunctionVariant
{
    public static Runtime RuntimeOf(FunctionSettings settings) => new(
        settings.Runtime, settings.IsManaged ? RuntimeFamily.DOTNET_CORE : RuntimeFamily.OTHER);

    public static Architecture ArchitectureOf(FunctionSettings settings) =>
        settings.Architecture == "arm64" ? Architecture.ARM_64 : Architecture.X86_64;

    /// <summary>A function's log group; it outlives the function, whose audit trail it holds.</summary>
    public static LogGroup AddLogs(Construct scope, FunctionSettings settings)
    {
        var logs = new LogGroup(scope, "Logs", new LogGroupProps { RemovalPolicy = RemovalPolicy.RETAIN });
        // Set as the number it is: the members of RetentionDays do not have days as their values in C#.
        ((CfnLogGroup)logs.Node.DefaultChild!).RetentionInDays = settings.LogRetentionDays;
        return logs;
    }
}

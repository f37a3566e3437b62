using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Lambda.Resources;

/// <summary>Reads a function as it stands in a template.</summary>
internal static class FunctionProperties
{
    private const int MaxNameLength = 64;

    private static readonly string[] Emulated =
    [
        "Architectures", "Code", "Description", "Environment", "FunctionName", "Handler", "LoggingConfig", "MemorySize",
        "PackageType", "ReservedConcurrentExecutions", "Role", "Runtime", "Tags", "Timeout",
    ];

    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except(Emulated),
        .. (properties.Child("LoggingConfig") ?? [])
            .Where(setting => setting.Key != "LogGroup" && !IsTextFormat(setting))
            .Select(setting => $"LoggingConfig.{setting.Key}"),
        .. (properties.Child("Code") ?? []).Select(part => part.Key).Except(["S3Bucket", "S3Key"]).Select(part => $"Code.{part}"),
    ];

    public static FunctionConfiguration Read(ResourceContext context, JsonObject properties, AwsAccount account, DateTimeOffset now)
    {
        var name = properties.Text("FunctionName") ?? context.PhysicalName(MaxNameLength);
        return new FunctionConfiguration
        {
            Name = name,
            Arn = account.Arn("lambda", $"function:{name}"),
            TaskRoot = AssetOf(context, properties),
            Handler = properties.RequiredText("Handler"),
            Runtime = properties.RequiredText("Runtime"),
            RoleArn = properties.RequiredText("Role"),
            Architecture = properties.Texts("Architectures") is [var architecture, ..] ? architecture : "x86_64",
            Description = properties.Text("Description") ?? "",
            Environment = VariablesOf(properties),
            Timeout = TimeSpan.FromSeconds(properties.Number("Timeout") ?? 3),
            MemoryMegabytes = properties.Number("MemorySize") ?? 128,
            ReservedConcurrency = properties.Number("ReservedConcurrentExecutions"),
            LogGroup = properties.Child("LoggingConfig")?.Text("LogGroup") ?? $"/aws/lambda/{name}",
            LastModified = now,
        };
    }

    private static bool IsTextFormat(KeyValuePair<string, JsonNode?> setting) =>
        setting.Key == "LogFormat" && setting.Value?.GetValue<string>() == "Text";

    private static string AssetOf(ResourceContext context, JsonObject properties)
    {
        var key = properties.Child("Code")?.Text("S3Key")
            ?? throw new AwsException(
                "ValidationError", "Code has no S3Key; the local AWS runs functions from assets only. Use Code.FromAsset.");
        return context.AssetDirectories.TryGetValue(key, out var directory)
            ? Path.GetFullPath(directory)
            : throw new AwsException(
                "ValidationError",
                $"Code.S3Key is {key}, which is no directory asset of this assembly. Synthesize again, with Code.FromAsset.");
    }

    private static Dictionary<string, string> VariablesOf(JsonObject properties)
    {
        var variables = properties.Child("Environment")?.Child("Variables") ?? [];
        return variables.ToDictionary(variable => variable.Key, variable => variables.Text(variable.Key) ?? "");
    }
}

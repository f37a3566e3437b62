using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Local.Lambda.Api;

/// <summary>Functions as the API describes them.</summary>
internal static class FunctionDocuments
{
    public static JsonObject Configuration(FunctionConfiguration function) => new()
    {
        ["FunctionName"] = function.Name,
        ["FunctionArn"] = function.Arn,
        ["Runtime"] = function.Runtime,
        ["Role"] = function.RoleArn,
        ["Handler"] = function.Handler,
        ["CodeSize"] = CodeSize(function),
        ["Description"] = function.Description,
        ["Timeout"] = (int)function.Timeout.TotalSeconds,
        ["MemorySize"] = function.MemoryMegabytes,
        ["LastModified"] = function.LastModified.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
        ["Version"] = "$LATEST",
        ["Environment"] = new JsonObject
        {
            ["Variables"] = new JsonObject(function.Environment.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value))),
        },
        ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
        ["PackageType"] = "Zip",
        ["Architectures"] = new JsonArray(function.Architecture),
        ["State"] = "Active",
        ["LastUpdateStatus"] = "Successful",
        ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = function.LogGroup },
    };

    public static JsonObject Function(FunctionConfiguration function)
    {
        var document = new JsonObject
        {
            ["Configuration"] = Configuration(function),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = new Uri(function.TaskRoot).AbsoluteUri },
        };
        if (function.ReservedConcurrency is { } reserved)
        {
            document["Concurrency"] = new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
        }

        return document;
    }

    public static JsonObject List(IEnumerable<DeployedFunction> functions) => new()
    {
        ["Functions"] = new JsonArray([.. functions.Select(function => Configuration(function.Configuration))]),
    };

    private static long CodeSize(FunctionConfiguration function) =>
        new DirectoryInfo(function.TaskRoot).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}

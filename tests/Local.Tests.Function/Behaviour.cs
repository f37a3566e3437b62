using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Local.Tests.Function;

/// <summary>What the event asks for, such as <c>{"do":"exit","code":3}</c>; without <c>do</c> the event comes back.</summary>
/// <remarks>With TEST_LOG_EVENTS it logs every event.</remarks>
internal static class Behaviour
{
    public static async Task<string> AnswerAsync(Invocation invocation)
    {
        if (Environment.GetEnvironmentVariable("TEST_LOG_EVENTS") is not null)
        {
            Console.WriteLine(invocation.Payload);
        }

        var input = JsonNode.Parse(invocation.Payload)!.AsObject();
        switch ((string?)input["do"])
        {
            case "throw":
                throw new InvalidOperationException((string?)input["message"]);
            case "exit":
                Environment.Exit((int)input["code"]!);
                return "";
            case "hang":
                await Task.Delay(Timeout.Infinite);
                return "";
            case "wait":
                return await WaitForFileAsync((string)input["file"]!);
            case "big":
                return $"\"{new string('x', (int)input["bytes"]! - 2)}\"";
            case "environment":
                return new JsonObject(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                    .Select(v => KeyValuePair.Create((string)v.Key, (JsonNode?)(string)v.Value!))).ToJsonString();
            case "process":
                return new JsonObject
                {
                    ["id"] = Environment.ProcessId,
                    ["directory"] = Environment.CurrentDirectory,
                    ["remaining"] = (invocation.Deadline - DateTimeOffset.UtcNow).TotalSeconds,
                    ["arn"] = invocation.FunctionArn,
                    ["trace"] = invocation.TraceId,
                    ["requestId"] = invocation.RequestId,
                }.ToJsonString();
            case "log":
                Console.WriteLine((string?)input["text"]);
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"error: {input["text"]}"));
                return "null";
            default:
                return input.ContainsKey("requestContext") ? AnswerToLoadBalancer(invocation.Payload, (string)input["path"]!) : invocation.Payload;
        }
    }

    /// <summary>The event in the body of a response, or a failure that the path names.</summary>
    private static string AnswerToLoadBalancer(string request, string path)
    {
        switch (path)
        {
            case "/throw":
                throw new InvalidOperationException("asked to");
            case "/exit":
                Environment.Exit(1);
                break;
        }

        var answer = new JsonObject
        {
            ["statusCode"] = 200,
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["body"] = request,
        };
        return answer.ToJsonString();
    }

    /// <summary>Says that it has begun by making a file, and ends when a second one is there.</summary>
    private static async Task<string> WaitForFileAsync(string file)
    {
        await File.WriteAllTextAsync($"{file}.begun", "");
        while (!File.Exists(file))
        {
            await Task.Delay(5);
        }

        return "\"waited\"";
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.Trust.Tests.Lambda;

/// <summary>Lambda on a loopback port: lists its functions two at a time, and answers as they do.</summary>
internal sealed class FakeLambda : IAsyncDisposable
{
    private const int PageSize = 2;

    /// <summary>What STS answers, which is at the same address.</summary>
    private const string StsResponse = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>arn:aws-us-gov:sts::999988887777:assumed-role/Operators/alice</Arn>
            <UserId>AROAEXAMPLE0000000000:alice</UserId><Account>999988887777</Account>
          </GetCallerIdentityResult>
        </GetCallerIdentityResponse>
        """;

    private readonly WebApplication _server;
    private readonly FakeFunction[] _functions;
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeLambda(FakeFunction[] functions)
    {
        _functions = functions;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/2015-03-31/functions", (HttpContext http, int? marker) =>
            CallAsync(http, "ListFunctions", () => http.Response.WriteAsync(Page(marker ?? 0).ToJsonString())));
        _server.MapPost("/2015-03-31/functions/{name}/invocations", (HttpContext http, string name) =>
            CallAsync(http, "Invoke", () => InvokeAsync(http, name)));
        _server.MapGet("/", (HttpContext http) =>
            CallAsync(http, http.Request.Query["Action"].ToString(), () => http.Response.WriteAsync(StsResponse)));
    }

    public string Url => _server.Urls.Single();

    /// <summary>Operations in the order in which they were called.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The last event that a function got, without the proof of who asks, and which one got it.</summary>
    public (string Function, string Payload)? Asked { get; private set; }

    /// <summary>The proof in that event; null where it had none.</summary>
    public JsonNode? Identity { get; private set; }

    /// <summary>Completes when a function has got an event.</summary>
    public Task WhenAsked => _asked.Task;

    public Refusal? Refusal { get; set; }

    /// <summary>Functions do not answer until the caller goes away.</summary>
    public bool IsSilent { get; set; }

    public static async Task<FakeLambda> WithAsync(params FakeFunction[] functions)
    {
        var lambda = new FakeLambda(functions);
        await lambda._server.StartAsync();
        return lambda;
    }

    /// <summary>The two functions of <see cref="Some.DirectoryId"/>, which say the same.</summary>
    public static Task<FakeLambda> SayingAsync(string said = Some.Fulfilled, bool hasFailed = false) => WithAsync(
        new FakeFunction(Some.FunctionName, Some.Variables(), said, hasFailed),
        new FakeFunction(Some.ReadFunctionName, Some.ReadVariables(), said, hasFailed));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task CallAsync(HttpContext http, string operation, Func<Task> answer)
    {
        _calls.Enqueue(operation);
        http.Response.Headers["x-amzn-RequestId"] = "4fdd6a13-0a4a-4a8b-9d4a-000000000001";
        http.Response.ContentType = "application/json";
        if (Refusal is { } refusal && refusal.Operation == operation && refusal.Times > 0)
        {
            Refusal = refusal with { Times = refusal.Times - 1 };
            await (operation == "GetCallerIdentity"
                ? RefuseInXmlAsync(http, refusal)
                : RefuseAsync(http, refusal.Status, refusal.Code, refusal.Message));
            return;
        }

        await answer();
    }

    private async Task InvokeAsync(HttpContext http, string name)
    {
        using var reader = new StreamReader(http.Request.Body);
        var payload = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        Identity = payload.Remove("identity", out var identity) ? identity : null;
        Asked = (name, payload.ToJsonString());
        _asked.TrySetResult();
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (Array.Find(_functions, function => function.Name == name) is not { } found)
        {
            await RefuseAsync(http, 404, "ResourceNotFoundException", $"Function not found: {name}");
            return;
        }

        if (found.HasFailed)
        {
            http.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
        }

        await http.Response.WriteAsync(found.Said);
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["x-amzn-ErrorType"] = code;
        return http.Response.WriteAsync(new JsonObject { ["Message"] = message }.ToJsonString());
    }

    private static Task RefuseInXmlAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        return http.Response.WriteAsync($"<ErrorResponse><Error><Code>{refusal.Code}</Code></Error></ErrorResponse>");
    }

    private JsonObject Page(int from) => new()
    {
        ["Functions"] = new JsonArray([.. _functions.Skip(from).Take(PageSize).Select(Configuration)]),
        ["NextMarker"] = from + PageSize < _functions.Length ? $"{from + PageSize}" : null,
    };

    private static JsonObject Configuration(FakeFunction function) => new()
    {
        ["FunctionName"] = function.Name,
        ["FunctionArn"] = Some.ArnOf(function.Name),
        ["Environment"] = function.Variables is { } variables
            ? new JsonObject
            {
                ["Variables"] = new JsonObject(
                    variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            }
            : new JsonObject { ["Error"] = new JsonObject { ["ErrorCode"] = "AccessDeniedException" } },
    };
}

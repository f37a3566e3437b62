using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Faults;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Controls;

/// <summary>The pages under <c>/_local</c>: what runs, the clock, the faults.</summary>
/// <param name="status">The document of <c>GET /_local</c>.</param>
/// <param name="moveClock">Moves the clock forward.</param>
/// <param name="faults">Faults that wait for their calls.</param>
public sealed class ControlPages(
    Func<JsonObject> status, Func<TimeSpan, CancellationToken, Task> moveClock, FaultPlan faults)
{
    /// <summary>Where the pages are; no bucket can have this name, since names begin with a letter or digit.</summary>
    public const string Path = "/_local";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task HandleAsync(HttpContext http)
    {
        // A web page in the developer's browser must not be able to work these.
        if (http.Request.Headers.ContainsKey("Origin"))
        {
            await WriteAsync(http, 403, Message("Requests from web pages are refused."));
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        try
        {
            await ActAsync(http, body);
        }
        catch (FormatException e)
        {
            await WriteAsync(http, 400, Message(e.Message));
        }
    }

    private async Task ActAsync(HttpContext http, string body)
    {
        switch (http.Request.Method, http.Request.Path.Value)
        {
            case ("GET", Path or $"{Path}/"):
                await WriteAsync(http, 200, status());
                break;
            case ("POST", $"{Path}/clock"):
                await moveClock(ControlRequests.Advance(body), http.RequestAborted);
                await WriteAsync(http, 200, status());
                break;
            case ("POST", $"{Path}/faults"):
                faults.Add(ControlRequests.Fault(body));
                await WriteAsync(http, 200, Message("The fault waits for its calls."));
                break;
            case ("DELETE", $"{Path}/faults"):
                faults.Clear();
                await WriteAsync(http, 200, Message("No faults are planned."));
                break;
            default:
                await WriteAsync(http, 404, Message("There are: GET /_local, POST /_local/clock, POST and DELETE /_local/faults."));
                break;
        }
    }

    private static JsonObject Message(string text) => new() { ["message"] = text };

    private static Task WriteAsync(HttpContext http, int statusCode, JsonObject document)
    {
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(document.ToJsonString(Indented) + "\n", http.RequestAborted);
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.Verification.Clients;

/// <summary>What callers do with functions.</summary>
internal static class LambdaCalls
{
    private const string Functions = "/2015-03-31/functions";

    /// <summary>Invokes a function and waits; gives its response, or throws what went wrong in it.</summary>
    public static async Task<byte[]> InvokeAsync(this SignedCalls calls, string functionArn, JsonObject request)
    {
        var path = $"{Functions}/{Uri.EscapeDataString(functionArn)}/invocations";
        using var message = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        return await calls.SendAsync(message, "lambda");
    }

    /// <summary>How many functions there are.</summary>
    public static async Task<int> CountFunctionsAsync(this SignedCalls calls)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{Functions}/");
        return JsonNode.Parse(await calls.SendAsync(message, "lambda"))!["Functions"]!.AsArray().Count;
    }
}

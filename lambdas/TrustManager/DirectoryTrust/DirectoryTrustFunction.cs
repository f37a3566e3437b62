using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Entry point: plan requests are answered here, everything else is CloudFormation's.</summary>
public sealed class DirectoryTrustFunction(CustomResourceFunction events, TrustPlanner planner, TimeProvider time)
{
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        if (PlanProperties(json.ToArray()) is not { } properties)
        {
            json.Position = 0;
            return await events.HandleAsync(json, context);
        }

        using var deadline = new CancellationTokenSource(new TimeBudget(context.RemainingTime, time).ForWork, time);
        var answer = await planner.PlanAsync(properties, deadline.Token);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(answer, PlanAnswerJson.Default.PlanAnswer));
    }

    /// <summary>The properties of <c>{ "request": "plan", "properties": { ... } }</c>; null for any other event.</summary>
    private static ResourceProperties? PlanProperties(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("request", out var request)
                && request.ValueKind == JsonValueKind.String
                && request.GetString() == "plan"
                    ? ResourceProperties.From(root.TryGetProperty("properties", out var given) ? given : null)
                    : null;
        }
        catch (JsonException)
        {
            // What is no JSON is refused by whoever can answer CloudFormation.
            return null;
        }
    }
}

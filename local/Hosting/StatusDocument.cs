using System.Text.Json.Nodes;
using Infra.Local.Alarms;
using Infra.Local.DirectoryService;

namespace Infra.Local.Hosting;

/// <summary>The document of <c>GET /_local</c>: what runs, and where.</summary>
public static class StatusDocument
{
    /// <summary>Messages shown, the newest; <see cref="Notifications.Topics.Messages"/> has more.</summary>
    private const int MessagesShown = 100;

    public static JsonObject Of(LocalAws aws)
    {
        var stacks = aws.CloudFormation.Stacks;
        var changes = aws.Directories.History;
        return new JsonObject
        {
            ["endpoint"] = aws.Endpoint.ToString().TrimEnd('/'),
            ["account"] = aws.Account.Id,
            ["region"] = aws.Account.Region,
            ["clock"] = aws.Clock.GetUtcNow().ToString("O"),
            ["stacks"] = Array(stacks.Select(stack => new JsonObject
            {
                ["name"] = stack.Name,
                ["status"] = stack.Status,
                ["outputs"] = new JsonObject(stack.Outputs.Select(output => KeyValuePair.Create(output.Key, (JsonNode?)output.Value))),
            })),
            ["functions"] = Array(aws.Functions.All.Select(function => (JsonNode)function.Configuration.Name)),
            ["loadBalancers"] = Array(StackOutputs.LoadBalancers(stacks).Select(url => (JsonNode)url.ToString())),
            ["crlUrls"] = Array(StackOutputs.CrlUrls(stacks).Select(url => (JsonNode)url.ToString())),
            ["directories"] = Array(aws.Directories.All.Select(directory => DirectorySummary.Of(directory, changes))),
            ["events"] = aws.Events.ToJson(),
            ["rules"] = aws.Rules.ToJson(),
            ["metrics"] = aws.Metrics.ToJson(),
            ["alarms"] = Array(aws.Alarms.All.Select(AlarmSummary.Of)),
            ["messages"] = Array(aws.Notifications.Messages.TakeLast(MessagesShown).Select(message => message.ToJson())),
            ["notEmulated"] = Array(stacks.SelectMany(stack => stack.NotEmulated).Select(path => (JsonNode)path)),
        };
    }

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}

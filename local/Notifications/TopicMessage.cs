using System.Text.Json.Nodes;

namespace Infra.Local.Notifications;

/// <summary>A message that a topic took.</summary>
/// <param name="Id">The <c>MessageId</c> of the answer.</param>
/// <param name="At">On the local AWS' clock.</param>
/// <param name="TopicArn">Where it was published.</param>
/// <param name="Subject">Null when it has none.</param>
/// <param name="Text">The message itself.</param>
/// <param name="From">Role or service that published it.</param>
/// <param name="To">Mail addresses that were subscribed at the time.</param>
public sealed record TopicMessage(
    Guid Id, DateTimeOffset At, string TopicArn, string? Subject, string Text, string From, IReadOnlyList<string> To)
{
    /// <summary>As the status page shows it.</summary>
    public JsonObject ToJson() => new()
    {
        ["at"] = At.ToString("O"),
        ["topic"] = TopicArn,
        ["subject"] = Subject,
        ["text"] = Text,
        ["from"] = From,
        ["to"] = new JsonArray([.. To.Select(address => JsonValue.Create(address))]),
    };
}

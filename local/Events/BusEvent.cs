using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Account;

namespace Infra.Local.Events;

/// <summary>Something that a service tells the account's default event bus.</summary>
/// <param name="Source">For example <c>aws.acm-pca</c>.</param>
/// <param name="DetailType">For example <c>ACM Private CA CRL Generation</c>.</param>
/// <param name="Time">On the local AWS' clock.</param>
/// <param name="Resources">ARNs that it is about.</param>
/// <param name="Detail">What happened; each service has its own form.</param>
public sealed record BusEvent(
    string Source, string DetailType, DateTimeOffset Time, IReadOnlyList<string> Resources, JsonObject Detail)
{
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The whole event as rules match it and targets get it; EventBridge user guide, "Event structure".</summary>
    public JsonObject ToJson(AwsAccount account) => new()
    {
        ["version"] = "0",
        ["id"] = Id.ToString(),
        ["detail-type"] = DetailType,
        ["source"] = Source,
        ["account"] = account.Id,
        ["time"] = Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = account.Region,
        ["resources"] = new JsonArray([.. Resources.Select(arn => JsonValue.Create(arn))]),
        ["detail"] = Detail.DeepClone(),
    };
}

using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Something that follows on a later day if nobody changes anything.</summary>
/// <param name="On">For example <c>2027-03-01</c>.</param>
public sealed record LaterLine(string On, string What, string Why)
{
    /// <summary>One line for a person.</summary>
    [JsonIgnore]
    public string Text => $"{On}: {What} ({Why})";
}

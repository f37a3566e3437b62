using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Something that follows on a later day.</summary>
/// <param name="On">The first day on which it is due, as in <c>2027-03-01</c>.</param>
/// <param name="Why">What it waits for.</param>
public sealed record LaterLine(string On, string What, string Why)
{
    /// <summary>One line for a person.</summary>
    [JsonIgnore]
    public string Text => $"{On}: {What} ({Why})";
}

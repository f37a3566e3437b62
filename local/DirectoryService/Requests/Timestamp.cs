using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Local.DirectoryService.Requests;

/// <summary>A moment as Directory Service writes it: epoch seconds with a fraction, in exponent form.</summary>
public static class Timestamp
{
    /// <summary>
    /// As in <c>1.469737584772E9</c>, which the API reference shows; who can read only plain digits must fail here too.
    /// </summary>
    public static JsonNode Of(DateTimeOffset moment) => JsonNode.Parse(
        (moment.ToUnixTimeMilliseconds() / 1000m).ToString("0.0###############E0", CultureInfo.InvariantCulture))!;
}

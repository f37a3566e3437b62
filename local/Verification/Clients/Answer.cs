using System.Globalization;

namespace Infra.Local.Verification.Clients;

/// <summary>What a client got from the load balancer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Names in lower case; several values of one header joined by a comma.</param>
/// <param name="Body">Bytes as they came.</param>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A header's value, or an empty string.</summary>
    public string this[string header] => Headers.GetValueOrDefault(header, string.Empty);

    /// <summary>Seconds of <c>max-age</c>, or null.</summary>
    public int? MaxAge => this["cache-control"].Split(',', StringSplitOptions.TrimEntries)
        .Where(directive => directive.StartsWith("max-age=", StringComparison.Ordinal))
        .Select(directive => (int?)int.Parse(directive["max-age=".Length..], CultureInfo.InvariantCulture))
        .FirstOrDefault();

    public override string ToString() => $"{Status} {this["content-type"]} {Body.Length} bytes";
}

using System.Globalization;
using System.Net;
using Infra.Local.Tracing;

namespace Infra.Local.LoadBalancing.Requests;

/// <summary>The headers that a target gets: the client's own, less those of the connection, and what the load balancer adds.</summary>
public static class ForwardedHeaders
{
    private const string Trace = "x-amzn-trace-id";
    private const string For = "x-forwarded-for";
    private const string Port = "x-forwarded-port";
    private const string Proto = "x-forwarded-proto";

    /// <param name="sent">The client's headers, in order.</param>
    /// <param name="client">Where the connection came from.</param>
    /// <param name="listenerPort">Port of the listener, as the template has it.</param>
    /// <param name="attributes">Of the load balancer.</param>
    /// <param name="now">Goes into the trace id.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> From(
        IEnumerable<KeyValuePair<string, string>> sent,
        IPAddress client,
        int listenerPort,
        LoadBalancerAttributes attributes,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(attributes);
        var headers = sent
            .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value))
            .Where(header => !HopByHopHeaders.Contains(header.Key))
            .Where(header => !attributes.DropInvalidHeaderFields || HasValidName(header.Key))
            .ToList();
        string? Last(string name) => headers.FindLast(header => header.Key == name).Value;
        var added = new[]
        {
            KeyValuePair.Create(Trace, TraceIdAfter(Last(Trace), now)),
            KeyValuePair.Create(For, ClientsAfter(Last(For), client, attributes.ForwardedForMode)),
            KeyValuePair.Create(Port, (string?)listenerPort.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create(Proto, (string?)"http"),
        };
        headers.RemoveAll(header => added.Any(own => own.Key == header.Key));
        headers.AddRange(added.Where(own => own.Value is not null).Select(own => KeyValuePair.Create(own.Key, own.Value!)));
        return headers;
    }

    // "routing.http.drop_invalid_header_fields.enabled": names must match [-A-Za-z0-9]+.
    private static bool HasValidName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string? TraceIdAfter(string? sent, DateTimeOffset now) => sent is null
        ? TraceId.New(now)
        : sent.Contains("Root=", StringComparison.Ordinal) ? $"{TraceId.New(now, "Self")};{sent}" : $"{TraceId.New(now)};{sent}";

    private static string? ClientsAfter(string? sent, IPAddress client, string mode) => mode switch
    {
        "preserve" => sent,
        "remove" => null,
        _ => sent is null ? client.ToString() : $"{sent}, {client}",
    };
}

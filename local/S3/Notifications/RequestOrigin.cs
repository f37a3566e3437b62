using Infra.Local.Iam;

namespace Infra.Local.S3.Notifications;

/// <summary>Where a change of an object came from.</summary>
/// <param name="Principal">Who made it.</param>
/// <param name="RequestId">Of the request.</param>
/// <param name="SourceAddress">IP address of the client; null for a service.</param>
public sealed record RequestOrigin(Principal Principal, string RequestId, string? SourceAddress = null)
{
    public static RequestOrigin Of(S3Exchange exchange) =>
        new(exchange.Principal, exchange.Call.RequestId, exchange.Http.Connection.RemoteIpAddress?.ToString());

    /// <summary>A service inside this process.</summary>
    public static RequestOrigin Of(Principal service) => new(service, Guid.NewGuid().ToString());
}

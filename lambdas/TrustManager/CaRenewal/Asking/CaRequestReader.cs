using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Reads what an operator asks about a CA.</summary>
public static class CaRequestReader
{
    /// <param name="target">The function that was invoked.</param>
    /// <param name="now">By the function's clock.</param>
    public static RequestReading<CaRequest> Read(Invocation invocation, RequestTarget target, DateTimeOffset now) =>
        RequestReading<CaRequest>.Of(
            invocation, target, (name, _, members) => Read(name, members, now));

    private static CaRequest Read(string name, RequestMembers members, DateTimeOffset now) => name switch
    {
        OperatorRequests.Plan => new CaRequest.Plan(members.Time("time") ?? now),
        OperatorRequests.Status => new CaRequest.Status(members.Time("time") ?? now),
        OperatorRequests.History => new CaRequest.History(),
        OperatorRequests.Apply => new CaRequest.Apply(),
        OperatorRequests.Published => new CaRequest.Published(members.Thumbprint("thumbprint")),
        _ => throw new InvalidOperationException($"Nothing reads the request '{name}'."),
    };
}

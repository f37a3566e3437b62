using System.Text.RegularExpressions;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>Reads what an operator asks about a CA.</summary>
public static partial class CaRequestReader
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
        OperatorRequests.Published => new CaRequest.Published(Thumbprint(members)),
        _ => throw new InvalidOperationException($"Nothing reads the request '{name}'."),
    };

    private static string Thumbprint(RequestMembers members)
    {
        var text = members.Text("thumbprint");

        // certutil prints spaces between the bytes, openssl colons.
        var digits = (text ?? "").Replace(" ", "", StringComparison.Ordinal)
            .Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        if (!Sha256().IsMatch(digits))
        {
            var seen = text is null ? "missing" : $"'{RequestTarget.Shown(text)}'";
            members.Add(
                $"thumbprint is {seen}; it must be the SHA-256 of the certificate, 64 hexadecimal digits, as the "
                + "message about the new certificate gives it");
        }

        return digits;
    }

    [GeneratedRegex(@"\A[0-9A-F]{64}\z")]
    private static partial Regex Sha256();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Events.Trail;

namespace Infra.Local.PrivateCa.Notifications;

/// <summary>The calls that change a CA, as CloudTrail tells EventBridge of them; certificates are never part of it.</summary>
/// <remarks>CloudTrail tells of calls that issue, revoke or tag too; nothing here listens to them.</remarks>
public sealed class AuthorityTrail(ApiTrail trail)
{
    private static readonly HashSet<string> Told =
    [
        "CreateCertificateAuthority", "UpdateCertificateAuthority", "DeleteCertificateAuthority",
        "RestoreCertificateAuthority", "ImportCertificateAuthorityCertificate",
    ];

    private static readonly HashSet<string> LeftOut = ["Certificate", "CertificateChain", "IdempotencyToken"];

    public void Succeeded(AwsCall apiCall, JsonObject request, JsonObject answer)
    {
        if (Told.Contains(apiCall.Operation))
        {
            trail.Record(apiCall, Shown(request), answer.Count == 0 ? null : Shown(answer));
        }
    }

    public void Failed(AwsCall apiCall, JsonObject request, AwsException failure)
    {
        if (Told.Contains(apiCall.Operation))
        {
            trail.Record(apiCall, Shown(request), responseElements: null, failure);
        }
    }

    private static JsonObject Shown(JsonObject members) => new(members
        .Where(member => !LeftOut.Contains(member.Key))
        .Select(member => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Key), Shown(member.Value))));

    private static JsonNode? Shown(JsonNode? node) => node switch
    {
        JsonObject members => Shown(members),
        JsonArray items => new JsonArray([.. items.Select(Shown)]),
        _ => node?.DeepClone(),
    };
}

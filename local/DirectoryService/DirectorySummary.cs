using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.History;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.DirectoryService;

/// <summary>A directory for the status document: what it is, what it trusts, what became of it.</summary>
public static class DirectorySummary
{
    public static JsonObject Of(AwsDirectory directory, IEnumerable<DirectoryChange> history)
    {
        var state = directory.State;
        return new JsonObject
        {
            ["id"] = directory.Id,
            ["type"] = directory.Type.ToString(),
            ["name"] = directory.Specification.Name,
            ["stage"] = state.Stage.ToString(),
            ["smartCard"] = (state.SmartCard?.Status ?? ClientAuthenticationStatus.Disabled).ToString(),
            ["ldaps"] = (state.Ldaps?.Status ?? LdapsStatus.Disabled).ToString(),
            ["certificates"] = new JsonArray([.. state.Certificates.Select(Certificate)]),
            ["history"] = new JsonArray([.. history.Where(c => c.DirectoryId == directory.Id).SelectMany(Lines)]),
        };
    }

    private static JsonObject Certificate(RegisteredCertificate certificate) => new()
    {
        ["id"] = certificate.Id,
        ["type"] = certificate.Type.ToString(),
        ["state"] = certificate.State.ToString(),
        ["commonName"] = certificate.CommonName,
        ["thumbprint"] = certificate.Thumbprint,
        ["expires"] = certificate.NotAfter.ToString("O"),
        ["ocspUrl"] = certificate.OcspUrl,
    };

    private static IEnumerable<JsonNode> Lines(DirectoryChange change) =>
        change.What.Select(what => (JsonNode)$"{change.At:O} {what}");
}

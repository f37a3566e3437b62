using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Whether certificates name an OCSP responder; the local AWS runs none.</summary>
/// <param name="Enabled">Certificates carry an authority information access extension.</param>
/// <param name="CustomCname">Host instead of the service's own; null for that.</param>
public sealed record OcspConfiguration(bool Enabled, string? CustomCname)
{
    public static OcspConfiguration Off { get; } = new(false, null);

    public static OcspConfiguration Read(MemberReader reader)
    {
        var cname = reader.Text("OcspCustomCname", 0, 253, "[-a-zA-Z0-9;/?:@&=+$,%_.!~*()']*");
        return new OcspConfiguration(reader.RequiredFlag("Enabled"), string.IsNullOrEmpty(cname) ? null : cname);
    }

    public JsonObject ToJson()
    {
        var document = new JsonObject { [nameof(Enabled)] = Enabled };
        if (CustomCname is not null)
        {
            document["OcspCustomCname"] = CustomCname;
        }

        return document;
    }
}

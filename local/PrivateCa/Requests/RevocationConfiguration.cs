using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>How a CA tells the world which of its certificates are revoked.</summary>
public sealed record RevocationConfiguration(CrlConfiguration Crl, OcspConfiguration Ocsp)
{
    public static RevocationConfiguration Off { get; } = new(CrlConfiguration.Off, OcspConfiguration.Off);

    /// <summary>Of the two parts, one that is not sent keeps its current value; one that is sent replaces it whole.</summary>
    public static RevocationConfiguration Read(MemberReader? reader, RevocationConfiguration current)
    {
        var crl = reader?.Structure("CrlConfiguration");
        var ocsp = reader?.Structure("OcspConfiguration");
        return new RevocationConfiguration(
            crl is null ? current.Crl : CrlConfiguration.Read(crl),
            ocsp is null ? current.Ocsp : OcspConfiguration.Read(ocsp));
    }

    public JsonObject ToJson() => new() { ["CrlConfiguration"] = Crl.ToJson(), ["OcspConfiguration"] = Ocsp.ToJson() };
}

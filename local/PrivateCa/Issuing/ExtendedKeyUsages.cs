using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>Purposes of a certificate by the API's names.</summary>
public static class ExtendedKeyUsages
{
    public const string ServerAuth = "1.3.6.1.5.5.7.3.1";

    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";

    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    private static readonly Dictionary<string, string> ByName = new()
    {
        ["SERVER_AUTH"] = ServerAuth,
        ["CLIENT_AUTH"] = ClientAuth,
        ["CODE_SIGNING"] = CodeSigning,
        ["EMAIL_PROTECTION"] = "1.3.6.1.5.5.7.3.4",
        ["TIME_STAMPING"] = "1.3.6.1.5.5.7.3.8",
        ["OCSP_SIGNING"] = OcspSigning,
        ["SMART_CARD_LOGIN"] = "1.3.6.1.4.1.311.20.2.2",
        ["DOCUMENT_SIGNING"] = "1.3.6.1.4.1.311.10.3.12",
        ["CERTIFICATE_TRANSPARENCY"] = "1.3.6.1.4.1.11129.2.4.4",
    };

    public static X509EnhancedKeyUsageExtension ToExtension(IEnumerable<string> oids, bool critical)
    {
        var collection = new OidCollection();
        foreach (var oid in oids)
        {
            collection.Add(new Oid(oid));
        }

        return new X509EnhancedKeyUsageExtension(collection, critical);
    }

    /// <summary>Object identifier of an <c>ExtendedKeyUsage</c> member.</summary>
    public static string Read(MemberReader reader) =>
        reader.OneOf("ExtendedKeyUsageType", [.. ByName.Keys]) is { } name
            ? ByName.GetValueOrDefault(name, string.Empty)
            : reader.RequiredText("ExtendedKeyUsageObjectIdentifier", 1, 64, @"[0-2](\.[0-9]+)+");
}

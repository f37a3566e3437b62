using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Operations;

/// <summary>A certificate as the API tells of it: never its body, serial number or thumbprint.</summary>
public static class CertificateDocument
{
    /// <summary>An item of ListCertificates.</summary>
    public static JsonObject Listed(RegisteredCertificate certificate) => new()
    {
        ["CertificateId"] = certificate.Id,
        ["CommonName"] = certificate.CommonName,
        ["State"] = certificate.State.ToString(),
        ["ExpiryDateTime"] = Timestamp.Of(certificate.NotAfter),
        ["Type"] = certificate.Type.ToString(),
    };

    /// <summary>The answer of DescribeCertificate.</summary>
    public static JsonObject Full(RegisteredCertificate certificate)
    {
        var document = Listed(certificate);
        document["RegisteredDateTime"] = Timestamp.Of(certificate.RegisteredAt);
        if (certificate.StateReason is { } reason)
        {
            document["StateReason"] = reason;
        }

        if (certificate.OcspUrl is { } url)
        {
            document["ClientCertAuthSettings"] = new JsonObject { ["OCSPUrl"] = url };
        }

        return document;
    }
}

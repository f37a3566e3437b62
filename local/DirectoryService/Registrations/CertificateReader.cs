using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Registrations;

/// <summary>Reads the <c>CertificateData</c> of a registration.</summary>
public static class CertificateReader
{
    private const string Label = "CERTIFICATE";

    /// <summary>OID of <c>commonName</c>; RFC 5280 appendix A.1.</summary>
    private const string CommonNameOid = "2.5.4.3";

    /// <exception cref="Endpoint.AwsException">
    /// <c>InvalidCertificateException</c>: it is not one certificate in PEM.
    /// </exception>
    /// <remarks>UNVERIFIED that AWS refuses a second block: its guide says one certificate a call.</remarks>
    public static X509Certificate2 Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            throw DirectoryErrors.InvalidCertificate("CertificateData is not PEM; send one CERTIFICATE block");
        }

        if (pem[fields.Label] is not Label || PemEncoding.TryFind(pem.AsSpan()[fields.Location.End..], out _))
        {
            throw DirectoryErrors.InvalidCertificate(
                $"CertificateData begins with a {pem[fields.Label]} block and may have more; send one CERTIFICATE "
                    + "block");
        }

        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(pem[fields.Base64Data]));
        }
        catch (CryptographicException e)
        {
            throw DirectoryErrors.InvalidCertificate($"CertificateData is not an X.509 certificate: {e.Message}");
        }
    }

    /// <summary>What Directory Service lists as the name of a certificate.</summary>
    public static string CommonNameOf(X509Certificate2 certificate)
    {
        // From the most specific part to the least.
        var parts = certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements)
            .ToList();
        var named = parts.Find(part => part.GetSingleElementType().Value == CommonNameOid) ?? parts.FirstOrDefault();
        return named?.GetSingleElementValue() ?? string.Empty;
    }
}

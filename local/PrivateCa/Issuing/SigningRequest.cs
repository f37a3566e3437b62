using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Local.Endpoint;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>Reads PKCS #10 certificate requests.</summary>
public static class SigningRequest
{
    /// <exception cref="AwsException"><c>MalformedCSRException</c>: no PEM, a wrong signature, or no name.</exception>
    public static CertificateRequest Parse(byte[] pem, HashAlgorithmName hash)
    {
        CertificateRequest request;
        try
        {
            request = CertificateRequest.LoadSigningRequestPem(
                Encoding.ASCII.GetString(pem),
                hash,
                CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
                RSASignaturePadding.Pkcs1);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new AwsException(
                "MalformedCSRException", "The certificate request is not a PKCS #10 request in PEM with a valid "
                    + $"signature: {e.Message}");
        }

        var hasName = request.SubjectName.RawData.Length > EmptyName.Length
            || request.CertificateExtensions.Any(extension => extension.Oid?.Value == SubjectAlternativeNames.Oid);
        return hasName
            ? request
            : throw new AwsException("MalformedCSRException", "The certificate request must have a subject or a subject "
                + "alternative name.");
    }

    /// <summary>An empty SEQUENCE.</summary>
    private static ReadOnlySpan<byte> EmptyName => [0x30, 0x00];
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>Signs certificates with a CA's key.</summary>
public static class CertificateSigner
{
    /// <summary>Bytes of a serial number; RFC 5280 section 4.1.2.2 allows 20, Private CA uses 16.</summary>
    private const int SerialBytes = 16;

    public static X509Certificate2 Sign(CertificateOrder order, CertificateAuthority authority, string region)
    {
        var takesSubject = order.Template.TakesFromApi && order.Passthrough.Subject is not null;
        var subject = takesSubject ? order.Passthrough.Subject! : order.Request.SubjectName;
        var request = new CertificateRequest(subject, order.Request.PublicKey, order.SigningAlgorithm.Hash);
        foreach (var extension in CertificateExtensions.Of(order, authority, region))
        {
            request.CertificateExtensions.Add(extension);
        }

        var issuer = order.Template.IsSelfSigned ? subject : authority.Installed!.Certificate.SubjectName;
        return authority.Key.Sign(
            key => request.Create(issuer, key, order.Period.NotBefore, order.Period.NotAfter, NewSerial()));
    }

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);

        // Positive, and never shortened by a leading zero.
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }
}

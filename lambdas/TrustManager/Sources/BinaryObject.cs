using System.Formats.Asn1;
using System.Security.Cryptography;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Sources;

/// <summary>Reads an object in DER: one certificate, or something else that has that form, which it names.</summary>
internal static class BinaryObject
{
    /// <summary>DER begins with a SEQUENCE; PEM never does.</summary>
    private const byte Sequence = 0x30;

    /// <summary>Version of a PFX (RFC 7292, 4).</summary>
    private const int PfxVersion = 3;

    public static bool IsBinary(byte[] bytes) => bytes is [Sequence, >= 0x80, ..];

    public static ObjectReading Read(ObjectOrigin origin, byte[] bytes)
    {
        try
        {
            var der = WithoutLineEnd(bytes);
            _ = ParsedCertificate.FromDer(der);
            return ObjectReading.Of(origin, PemEncoding.WriteString("CERTIFICATE", der));
        }
        catch (UnreadableCertificateException unreadable)
        {
            return ObjectReading.Failed(origin, unreadable.Message);
        }
        catch (CryptographicException)
        {
            return ObjectReading.Failed(
                origin,
                $"it is {Kind(bytes)}. Export the CA certificates as PEM, or each as DER in a file of its own, and replace "
                + "the object");
        }
    }

    /// <summary>Editors and pipes add line ends, which are no part of the certificate.</summary>
    private static byte[] WithoutLineEnd(byte[] bytes)
    {
        try
        {
            AsnDecoder.ReadSequence(bytes, AsnEncodingRules.DER, out _, out _, out var length);
            return bytes.AsSpan(length).ContainsAnyExcept((byte)'\r', (byte)'\n') ? bytes : bytes[..length];
        }
        catch (AsnContentException)
        {
            return bytes;
        }
    }

    /// <summary>Decided by what the outermost SEQUENCE begins with.</summary>
    private static string Kind(byte[] bytes)
    {
        const string Damaged = "neither PEM nor one certificate in DER, or a damaged one";
        try
        {
            var content = new AsnReader(bytes, AsnEncodingRules.BER, new AsnReaderOptions { SkipSetSortOrderVerification = true })
                .ReadSequence();
            return content.PeekTag() switch
            {
                var tag when tag == Asn1Tag.ObjectIdentifier => "a PKCS #7 bundle in DER, which is not read",
                var tag when tag == Asn1Tag.Integer => content.TryReadInt32(out var version) && version == PfxVersion
                    ? "a PKCS #12 file, which is not read and often holds a private key: treat such a key as disclosed"
                    : "a private key or something like it in DER: treat it as disclosed to everyone who could read it",
                _ => Damaged,
            };
        }
        catch (AsnContentException)
        {
            return Damaged;
        }
    }
}

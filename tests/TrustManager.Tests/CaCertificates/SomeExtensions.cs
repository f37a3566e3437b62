using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>Changes to the extensions of a certificate that is about to be issued.</summary>
internal static class SomeExtensions
{

    public static void Remove<T>(this CertificateRequest request)
        where T : X509Extension
    {
        foreach (var extension in request.CertificateExtensions.OfType<T>().ToList())
        {
            request.CertificateExtensions.Remove(extension);
        }
    }

    public static Action<CertificateRequest> PathLength(int limit) => request =>
        request.Replace(new X509BasicConstraintsExtension(true, true, limit, true));

    public static void EndEntity(this CertificateRequest request)
    {
        request.Replace(new X509BasicConstraintsExtension(false, false, 0, true));
        request.Replace(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
    }

    public static void WithoutCertSign(this CertificateRequest request) =>
        request.Replace(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, true));

    public static Action<CertificateRequest> Added(string oid, bool critical, byte[]? value = null) => request =>
        request.CertificateExtensions.Add(new X509Extension(oid, value ?? [5, 0], critical));

    public static Action<CertificateRequest> Constraints(string? permitted, string? excluded, bool critical = true) =>
        Added("2.5.29.30", critical, ConstraintBytes(permitted, excluded));

    public static Action<CertificateRequest> AlternativeNames(string names) =>
        Added("2.5.29.17", critical: false, NameList(names));

    private static void Replace<T>(this CertificateRequest request, T extension)
        where T : X509Extension
    {
        request.Remove<T>();
        request.CertificateExtensions.Add(extension);
    }

    public static byte[] NameList(string names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var name in names.Split(' '))
            {
                WriteName(writer, name);
            }
        }

        return writer.Encode();
    }

    public static byte[] ConstraintBytes(string? permitted, string? excluded)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteSubtrees(writer, 0, permitted);
            WriteSubtrees(writer, 1, excluded);
        }

        return writer.Encode();
    }

    private static void WriteSubtrees(AsnWriter writer, int tag, string? names)
    {
        if (names is null)
        {
            return;
        }

        using (writer.PushSequence(Context(tag)))
        {
            foreach (var name in names.Split(' '))
            {
                using (writer.PushSequence())
                {
                    WriteName(writer, name);
                }
            }
        }
    }

    /// <summary>
    /// <c>email:</c>, <c>dns:</c>, <c>uri:</c>, <c>ip:</c> (with <c>/</c> a mask), <c>dn:</c> (parts with <c>,</c>,
    /// most specific first), <c>other:</c> (an otherName's type), <c>id:</c> (a registeredID).
    /// </summary>
    private static void WriteName(AsnWriter writer, string name)
    {
        var value = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        switch (name[..name.IndexOf(':', StringComparison.Ordinal)])
        {
            case "email":
                writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Context(1, false));
                break;
            case "dns":
                writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Context(2, false));
                break;
            case "uri":
                writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Context(6, false));
                break;
            case "ip":
                writer.WriteOctetString(
                    [.. value.Split('/').SelectMany(part => IPAddress.Parse(part).GetAddressBytes())],
                    Context(7, false));
                break;
            case "dn":
                using (writer.PushSequence(Context(4)))
                {
                    writer.WriteEncodedValue(new X500DistinguishedName(value).RawData);
                }

                break;
            case "other":
                using (writer.PushSequence(Context(0)))
                {
                    writer.WriteObjectIdentifier(value);
                    using (writer.PushSequence(Context(0)))
                    {
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, "x@example.mil");
                    }
                }

                break;
            default:
                writer.WriteObjectIdentifier(value, Context(8, false));
                break;
        }
    }

    private static Asn1Tag Context(int tag, bool isConstructed = true) =>
        new(TagClass.ContextSpecific, tag, isConstructed);
}

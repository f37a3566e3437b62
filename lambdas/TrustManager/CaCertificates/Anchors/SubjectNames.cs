using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Every name that a certificate gives its subject and that constraints above it may concern.</summary>
internal static class SubjectNames
{
    private const string SubjectAlternativeName = "2.5.29.17";

    /// <remarks>
    /// RFC 5280, 4.2.1.10: the subject's name, its e-mail addresses, its alternative names. E-mail addresses of the
    /// subject count beside alternative names too, as OpenSSL has it.
    /// </remarks>
    /// <exception cref="AsnContentException">A name cannot be read.</exception>
    public static IReadOnlyList<GeneralName> Of(ParsedCertificate certificate) =>
    [
        GeneralName.Of(certificate.Subject),
        .. certificate.Subject.Attributes
            .Where(attribute => attribute.Type == NameAttribute.EmailAddress)
            .Select(attribute => new GeneralName(NameForm.Email, attribute.Value)),
        .. Alternatives(certificate.Certificate.Extensions[SubjectAlternativeName]),
    ];

    private static List<GeneralName> Alternatives(X509Extension? extension)
    {
        var found = new List<GeneralName>();
        if (extension is null)
        {
            return found;
        }

        var reader = new AsnReader(extension.RawData, AsnEncodingRules.BER);
        var names = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        while (names.HasData)
        {
            found.Add(GeneralName.Read(names));
        }

        return found;
    }
}

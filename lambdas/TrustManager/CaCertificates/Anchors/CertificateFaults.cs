using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Judges one certificate, whatever is above or below it.</summary>
/// <param name="Fault">Why it can be in no path, as the end of a sentence; null when it can.</param>
/// <param name="FaultAsIssuer">Why nothing can follow it; the same, or that it is not valid yet.</param>
internal sealed record CertificateFaults(
    IReadOnlyList<GeneralName> Names, NameConstraints? Constraints, string? Fault, string? FaultAsIssuer)
{
    /// <summary>RFC 5280, 4.1.2.1: version 3 has extensions.</summary>
    private const int VersionWithExtensions = 3;

    public static CertificateFaults Of(CaCertificate certificate, ParsedCertificate parsed, DateTimeOffset now)
    {
        IReadOnlyList<GeneralName> names = [];
        NameConstraints? constraints = null;
        string? unreadable = null;
        try
        {
            names = SubjectNames.Of(parsed);
            constraints = parsed.Certificate.Extensions[NameConstraints.Oid] is { } extension
                ? NameConstraints.Read(extension)
                : null;
        }
        catch (AsnContentException)
        {
            unreadable = "has alternative names or name constraints that cannot be read";
        }

        var fault = unreadable ?? Validity(certificate, now) ?? Rights(parsed) ?? CriticalExtensions.Fault(parsed);
        return new CertificateFaults(
            names,
            constraints,
            fault,
            fault ?? (now < certificate.NotBefore ? $"is valid only from {Moment(certificate.NotBefore)}" : null));
    }

    private static string? Validity(CaCertificate certificate, DateTimeOffset now) =>
        now > certificate.NotAfter ? $"expired on {Moment(certificate.NotAfter)}" : null;

    private static string? Rights(ParsedCertificate parsed) => parsed switch
    {
        { Version: not VersionWithExtensions } =>
            $"is of version {parsed.Version}, which cannot say that it is a CA's",
        { Subject.IsEmpty: true } => "has no subject",
        { IsCa: null } => "has no basic constraints, and so is not a CA's",
        { IsCa: false } => "is not a CA's by its basic constraints",
        { KeyUsages: { } usages } when !usages.HasFlag(X509KeyUsageFlags.KeyCertSign) =>
            $"may not sign certificates: its key usage is {usages}, without KeyCertSign",
        _ => PublicKeyRule.Problem(parsed.Certificate.PublicKey),
    };

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

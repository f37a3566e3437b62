using System.Formats.Asn1;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.FirstCrl;

/// <summary>Whether an object is the current CRL of a CA at its URL.</summary>
internal static class CrlFitness
{
    /// <summary>How far a CRL's <c>thisUpdate</c> may be ahead of the function's clock.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with it, the end of a sentence that begins with the object; null for nothing.</summary>
    /// <param name="url">Where clients ask for it, as certificates name it.</param>
    /// <param name="isPartition">True where only the list that names this URL speaks for its certificates.</param>
    public static string? Problem(
        ReadOnlyMemory<byte> der, ParsedCertificate ca, string url, bool isPartition, DateTimeOffset now)
    {
        CertificateList list;
        try
        {
            list = CertificateList.Read(der);
        }
        catch (AsnContentException)
        {
            return "is no CRL";
        }

        return OtherIssuer(list, ca) ?? OtherPlace(list, url, isPartition) ?? OtherTime(list, now);
    }

    private static string? OtherIssuer(CertificateList list, ParsedCertificate ca) => list switch
    {
        _ when !list.Issuer.IsSameAs(ca.Subject) =>
            $"is a CRL of \"{Printable.Value(list.Issuer.ToString())}\", "
                + $"not of \"{Printable.Value(ca.Subject.ToString())}\"",
        { AuthorityKeyId: { } key } when ca.SubjectKeyId is { } own
            && !key.Equals(own, StringComparison.OrdinalIgnoreCase) =>
            $"is a CRL of the key {key}, not of the CA's key {own}",

        // Null: this platform has no such algorithm. Name and key identifier are right.
        _ when IssuerSignature.Verifies(ca, list.Signed) == false => "is not signed by the CA's key",
        _ => null,
    };

    /// <remarks>A complete CRL of a CA that had partitions names its URL too.</remarks>
    private static string? OtherPlace(CertificateList list, string url, bool isPartition) => list.IssuedAt switch
    {
        null when isPartition => $"names no issuing distribution point; a partition must name {url}",
        { } urls when !urls.Contains(url, StringComparer.Ordinal) =>
            $"speaks for {(urls.Count == 0 ? "no URL" : Printable.Value(string.Join(", ", urls)))}, not for {url}",
        _ => null,
    };

    private static string? OtherTime(CertificateList list, DateTimeOffset now) => list switch
    {
        { NextUpdate: null } => "has no nextUpdate",
        { NextUpdate: { } end } when end <= now => $"ended on {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC",
        { ThisUpdate: var begin } when begin > now + Skew =>
            $"begins on {begin.UtcDateTime:yyyy-MM-dd HH:mm} UTC, in the future",
        _ => null,
    };
}

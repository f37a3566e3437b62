using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>Finds the certificates of anchors: in the environment file, in the sources, or as kept from earlier.</summary>
/// <param name="Certificates">Those that count now.</param>
/// <param name="Kept">Those that are named by thumbprint only.</param>
/// <param name="Notes">Anchors that vouch for nothing, in whole sentences.</param>
internal sealed record ResolvedAnchors(
    IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<KeptAnchor> Kept, IReadOnlyList<string> Notes)
{
    public static ResolvedAnchors Of(AdmissionContext context, SourceListing listing)
    {
        var (certificates, kept, notes) = (new List<CaCertificate>(), new List<KeptAnchor>(), new List<string>());
        foreach (var anchor in context.Anchors)
        {
            var certificate = anchor.Certificate ?? InSources(listing, anchor.Thumbprint) ?? Earlier(context, anchor.Thumbprint);
            if (certificate is null)
            {
                notes.Add(
                    $"Trust anchor {anchor.Thumbprint} is in no source and never was: nothing is below it. Put its "
                    + "certificate beside the environment file and name it as pemFile.");
                continue;
            }

            certificates.Add(certificate);
            if (anchor.Certificate is null)
            {
                kept.Add(new KeptAnchor(anchor.Thumbprint, certificate.Pem));
            }

            if (certificate.NotAfter < context.At)
            {
                notes.Add(
                    $"Trust anchor '{certificate.CommonName}' ({certificate.Thumbprint}) expired on "
                    + $"{certificate.NotAfter:yyyy-MM-dd}: nothing below it registers by itself any more; what is "
                    + "registered stays. Pin the CA that follows it.");
            }
        }

        return new ResolvedAnchors(certificates, kept, notes);
    }

    private static CaCertificate? InSources(SourceListing listing, string thumbprint) =>
        listing.Pinned.Certificates.Concat(listing.Found.Select(found => found.Certificate))
            .FirstOrDefault(certificate => certificate.Thumbprint == thumbprint);

    /// <summary>What was kept counts only if it is what the thumbprint says.</summary>
    private static CaCertificate? Earlier(AdmissionContext context, string thumbprint) =>
        context.KeptAnchors.Where(kept => kept.Thumbprint == thumbprint)
            .SelectMany(kept => CaBundle.Read([("the state", kept.Pem)]).Certificates)
            .FirstOrDefault(certificate => certificate.Thumbprint == thumbprint);
}

/// <summary>
/// The certificate of a trust anchor that the environment file names by its thumbprint only, kept from when a source
/// listed it. What is read is compared with the thumbprint, so that nobody gains from editing it.
/// </summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
public sealed record KeptAnchor(string Thumbprint, string Pem);

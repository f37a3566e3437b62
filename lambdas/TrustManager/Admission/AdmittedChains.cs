using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Admission;

/// <summary>
/// Puts what may be registered root first, and holds back what from a bucket is without a whole chain: a directory has
/// to know every CA up to the root.
/// </summary>
/// <remarks>
/// Looks at what may be registered and at what is, and at nothing else: what a stranger dropped is nobody's issuer.
/// </remarks>
/// <param name="Certificates">Root first, each once.</param>
/// <param name="Withheld">From a bucket, and without a whole chain.</param>
/// <param name="Problems">Chains of pinned certificates that are not whole.</param>
internal sealed record AdmittedChains(
    IReadOnlyList<CaCertificate> Certificates,
    IReadOnlyList<WithheldObject> Withheld,
    IReadOnlyList<string> Problems)
{
    /// <summary>What a person should know of chains of pinned certificates.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <param name="reasons">What of the found may be registered; loses what is held back here.</param>
    /// <param name="withheld">What of the found may not.</param>
    public static AdmittedChains Of(
        SourceListing listing,
        AdmissionContext context,
        Dictionary<string, AdmissionReason> reasons,
        IReadOnlyList<WithheldObject> withheld,
        CancellationToken cancellationToken)
    {
        var pinned = listing.Pinned.Certificates.Select(one => one.Thumbprint).ToHashSet(StringComparer.Ordinal);
        var ordered = Ordered(
            listing,
            certificate => reasons.ContainsKey(certificate.Thumbprint)
                || context.Registered.Contains(certificate.Thumbprint),
            cancellationToken);
        var chains = new Chains(ordered, Names(listing));
        var found = listing.Found.ToDictionary(
            one => one.Certificate.Thumbprint, one => one.Certificate, StringComparer.Ordinal);
        var signatures = new SignatureChecks(CaBundle.MaxSignatureChecks, cancellationToken);
        List<WithheldObject> incomplete = [];
        foreach (var certificate in ordered.Where(one => reasons.ContainsKey(one.Thumbprint)))
        {
            if (chains.Problem([certificate]) is { } problem)
            {
                var issuer = chains.MissingIssuer(certificate, withheld, found, signatures);
                var waits = issuer?.Kind == WithheldKind.AwaitsApproval;
                incomplete.Add(new WithheldObject(
                    waits ? WithheldKind.AwaitsApproval : WithheldKind.NotRegistrable,
                    issuer is null ? problem.TrimEnd('.')
                        : waits ? $"its issuer {issuer.Name} waits for approval"
                        : $"its issuer {issuer.Name} is not registered: {issuer.Reason}",
                    reasons[certificate.Thumbprint].Origin!,
                    WithheldCertificate.Of(certificate)));
                reasons.Remove(certificate.Thumbprint);
            }
        }

        CaCertificate[] given = [.. ordered.Where(one => pinned.Contains(one.Thumbprint))];
        return new AdmittedChains(
            [.. ordered.Where(one => pinned.Contains(one.Thumbprint) || reasons.ContainsKey(one.Thumbprint))],
            incomplete,
            chains.Problem(given) is { } missing ? [missing] : [])
        {
            Notes = [.. chains.Notes(given)],
        };
    }

    /// <summary>What is pinned alone is in order already.</summary>
    private static IReadOnlyList<CaCertificate> Ordered(
        SourceListing listing, Predicate<CaCertificate> isPresent, CancellationToken cancellationToken)
    {
        ParsedCertificate[] found =
        [
            .. listing.Found.Where(one => isPresent(one.Certificate)).Select(one => ParsedCertificate.From(one.Certificate)),
        ];
        return found.Length == 0
            ? listing.Pinned.Certificates
            : IssuerOrder.RootFirst(
                [.. listing.Pinned.Certificates.Select(ParsedCertificate.From), .. found],
                new SignatureChecks(CaBundle.MaxSignatureChecks, cancellationToken));
    }

    private static Dictionary<string, string> Names(SourceListing listing)
    {
        var names = new Dictionary<string, string>(listing.Pinned.SourceNames, StringComparer.Ordinal);
        foreach (var found in listing.Found)
        {
            names.TryAdd(found.Certificate.Thumbprint, found.Origin.Place);
        }

        return names;
    }
}

using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Admission;

/// <summary>
/// Decides which of the listed certificates may be registered: what is pinned, what has a path to a trust anchor, and
/// what an operator approved. Everything else from a bucket is withheld, and stops nothing.
/// </summary>
/// <remarks>It gates registration only: what is registered is not its concern, and it never causes a removal.</remarks>
internal static class AdmissionGate
{
    public static AdmittedCertificates Decide(
        SourceListing listing, AdmissionContext context, CancellationToken cancellationToken)
    {
        var anchors = ResolvedAnchors.Of(context, listing);
        var (reasons, withheld) = (new Dictionary<string, AdmissionReason>(), new List<WithheldObject>());
        var paths = Paths(listing, anchors, context, cancellationToken);
        foreach (var found in listing.Found)
        {
            var (reason, held) = Judge(found, paths[found.Certificate.Thumbprint], context);
            if (reason is not null)
            {
                reasons.Add(found.Certificate.Thumbprint, reason);
            }
            else
            {
                withheld.Add(held!);
            }
        }

        var chains = AdmittedChains.Of(listing, context, reasons, withheld, cancellationToken);
        return new AdmittedCertificates(
            chains.Certificates,
            [
                .. listing.Problems,
                .. listing.Pinned.Problems,
                .. listing.Pinned.Certificates.SelectMany(one => CaCertificateRules.OwnProblems(one)
                    .Select(problem => $"{listing.Pinned.Describe(one)} {problem}")),
                .. chains.Problems,
                .. CaCertificateRules.CountProblems(chains.Certificates.Count, context.Ceiling),
            ])
        {
            Reasons = reasons,
            Withheld = [.. withheld, .. chains.Withheld, .. listing.Unreadable],
            Awaiting = Awaiting(listing, [.. withheld, .. chains.Withheld]),
            Anchors = anchors.Kept,
            Notes = [.. anchors.Notes, .. chains.Notes],
        };
    }

    /// <summary>By thumbprint; pinned certificates may be links of a path.</summary>
    private static Dictionary<string, AnchorResult> Paths(
        SourceListing listing, ResolvedAnchors anchors, AdmissionContext context, CancellationToken cancellationToken) =>
        listing.Found.Count == 0
            ? []
            : AnchorPaths.Find(
                    [.. listing.Found.Select(found => found.Certificate), .. listing.Pinned.Certificates],
                    anchors.Certificates,
                    context.At,
                    cancellationToken)
                .ToDictionary(result => result.Certificate.Thumbprint, StringComparer.Ordinal);

    private static (AdmissionReason? Reason, WithheldObject? Held) Judge(
        FoundCertificate found, AnchorResult result, AdmissionContext context)
    {
        var (certificate, origin) = (found.Certificate, found.Origin);
        var decision = context.Decisions.FirstOrDefault(one => one.Thumbprint == certificate.Thumbprint);
        if (decision is { IsApproved: false })
        {
            return Held(WithheldKind.Rejected, $"it was {decision.Text}");
        }

        if (string.Join("; ", CaCertificateRules.OwnProblems(certificate)) is { Length: > 0 } problems)
        {
            return Held(WithheldKind.NotRegistrable, $"it {problems.TrimEnd('.')}");
        }

        return result.Path is { } path
                ? (new AdmissionReason(
                    AdmissionKind.Path,
                    $"{origin.Place} lists it, and a path leads to a trust anchor: {path.Describe()}",
                    origin), null)
            : decision is not null
                ? (new AdmissionReason(
                    AdmissionKind.Approved,
                    $"{origin.Place} lists it, and it was {decision.Text}",
                    origin), null)
            : Registrability.Problem(certificate, context.At) is { } late
                ? Held(WithheldKind.NotRegistrable, late.TrimEnd('.'))
                : Held(WithheldKind.AwaitsApproval, result.Reason!.TrimEnd('.'));

        (AdmissionReason?, WithheldObject) Held(WithheldKind kind, string reason) =>
            (null, new WithheldObject(kind, reason, origin, WithheldCertificate.Of(certificate)));
    }

    private static IReadOnlyList<CaCertificate> Awaiting(SourceListing listing, IReadOnlyList<WithheldObject> withheld)
    {
        var awaiting = withheld.Where(one => one.Kind is WithheldKind.AwaitsApproval or WithheldKind.Rejected)
            .Select(one => one.Certificate!.Thumbprint).ToHashSet(StringComparer.Ordinal);
        return [.. listing.Found.Select(found => found.Certificate).Where(one => awaiting.Contains(one.Thumbprint))];
    }
}

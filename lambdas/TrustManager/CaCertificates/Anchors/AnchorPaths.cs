namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Finds the paths from CA certificates to trust anchors (RFC 5280, 6.1, as far as it concerns CAs).</summary>
/// <remarks>
/// <para>
/// Every certificate of a path, the anchor included, has not expired, is the certificate of a CA that may sign
/// certificates, has a key that <see cref="PublicKeyRule"/> allows, and no critical extension that is unknown here.
/// Every step has the issuer's name, a signature that the issuer's key certainly made (with SHA-1 only on its own
/// certificate), and keeps the path lengths and name constraints of all that is above. What issues must be valid now;
/// the candidate may begin later, so that a successor can be registered before its day. The candidate counts as a CA
/// that issues, not as the end of the path: a CA below one of path length 0 has no path.
/// </para>
/// <para>
/// All paths are searched, from the anchors down, so that only what an anchor vouches for costs signature checks. A
/// self-signed root is found below the cross-certificate for its name and key.
/// </para>
/// <para>
/// Certificate policies are not processed and revocation is not checked: no policy is asked for, and an anchor says
/// who may vouch, not what is revoked.
/// </para>
/// </remarks>
public static class AnchorPaths
{
    /// <summary>Most certificates of a path, both ends included.</summary>
    /// <remarks>Hierarchies have two to four, those of bridges six; Windows and OpenSSL stop at 20 and 100.</remarks>
    public const int MaxLength = 10;

    /// <param name="candidates">Certificates to be judged; each may also be a link in the path of another.</param>
    /// <param name="anchors">CA certificates that are trusted as they are, self-signed or not.</param>
    /// <param name="now">The moment for which validity is judged.</param>
    /// <param name="cancellationToken">Ends signature checks.</param>
    /// <returns>One result a candidate, in their order.</returns>
    /// <exception cref="OperationCanceledException">There is no time left.</exception>
    public static IReadOnlyList<AnchorResult> Find(
        IReadOnlyList<CaCertificate> candidates,
        IReadOnlyList<CaCertificate> anchors,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var certificates = candidates.Concat(anchors)
            .DistinctBy(certificate => certificate.Thumbprint)
            .ToDictionary(
                certificate => certificate.Thumbprint,
                certificate => PathCertificate.Of(certificate, now),
                StringComparer.Ordinal);
        var search = new AnchorSearch([.. certificates.Values], cancellationToken);
        search.Run([.. anchors.Select(anchor => certificates[anchor.Thumbprint]).Distinct()]);
        var reasons = new NoPathReasons(
            [.. certificates.Values], search, new SignatureChecks(2 * CaBundle.MaxCertificates, cancellationToken));
        return
        [
            .. candidates.Select(candidate => search.PathOf(certificates[candidate.Thumbprint]) is { } path
                ? new AnchorResult(candidate, path, null)
                : new AnchorResult(candidate, null, reasons.Of(certificates[candidate.Thumbprint]))),
        ];
    }
}

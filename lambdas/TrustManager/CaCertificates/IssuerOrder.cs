namespace Infra.TrustManager.CaCertificates;

/// <summary>Finds out who issued whom, and puts issuers first.</summary>
internal sealed class IssuerOrder
{
    private readonly IReadOnlyList<ParsedCertificate> _certificates;
    private readonly ILookup<string, ParsedCertificate> _bySubject;
    private readonly SignatureChecks _signatures;

    /// <summary>Certificates between each and the nearest root, by thumbprint; none without a root above.</summary>
    private readonly Dictionary<string, int> _toRoot = new(StringComparer.Ordinal);

    private IssuerOrder(IReadOnlyList<ParsedCertificate> certificates, SignatureChecks signatures)
    {
        (_certificates, _signatures) = (certificates, signatures);
        _bySubject = certificates.ToLookup(one => one.Subject.Key, StringComparer.Ordinal);
        Measure();
    }

    /// <summary>In the order given, but roots first, then what they issued, and so on.</summary>
    public static IReadOnlyList<CaCertificate> RootFirst(
        IReadOnlyList<ParsedCertificate> certificates, SignatureChecks signatures)
    {
        var order = new IssuerOrder(certificates, signatures);
        var issuers = certificates.ToDictionary(
            one => one.Thumbprint, one => order.FindIssuer(one)?.Thumbprint, StringComparer.Ordinal);
        return
        [
            .. certificates
                .OrderBy(one => Depth(one.Thumbprint, issuers))
                .Select(one => one.ToCaCertificate(issuers[one.Thumbprint])),
        ];
    }

    /// <summary>
    /// A renewed or cross-signed CA may leave several: the one that is nearest to a root, and of those the one that
    /// lives longest.
    /// </summary>
    private ParsedCertificate? FindIssuer(ParsedCertificate issued) => Issuers(issued)
        .OrderByDescending(one => one == issued)
        .ThenBy(one => _toRoot.GetValueOrDefault(one.Thumbprint, int.MaxValue))
        .ThenByDescending(one => one.NotAfter)
        .ThenBy(one => one.Thumbprint, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Walks down from the roots, a step a round.</summary>
    private void Measure()
    {
        var roots = _certificates.Where(one => MayHaveIssued(one, one)).ToList();
        roots.ForEach(root => _toRoot[root.Thumbprint] = 0);
        for (var (above, distance) = (roots, 1); above.Count > 0; distance++)
        {
            var reached = above.ConvertAll(one => one.Thumbprint);
            above = _certificates
                .Where(one => !_toRoot.ContainsKey(one.Thumbprint)
                    && Issuers(one).Any(issuer => reached.Contains(issuer.Thumbprint)))
                .ToList();
            above.ForEach(one => _toRoot[one.Thumbprint] = distance);
        }
    }

    private IEnumerable<ParsedCertificate> Issuers(ParsedCertificate issued) =>
        _bySubject[issued.Issuer.Key].Where(one => MayHaveIssued(one, issued));

    /// <summary>
    /// True unless the signature is certainly not the issuer's: a chain with a signature that cannot be checked here is
    /// a chain all the same. Nothing is trusted for it; that is what <see cref="Anchors.AnchorPaths"/> finds out.
    /// </summary>
    private bool MayHaveIssued(ParsedCertificate issuer, ParsedCertificate issued) =>
        issuer.Subject.IsSameAs(issued.Issuer)
        && (issued.AuthorityKeyId is null
            || issuer.SubjectKeyId is null
            || issued.AuthorityKeyId == issuer.SubjectKeyId)
        && _signatures.Verifies(issuer, issued) != false;

    /// <summary>Certificates above this one; CAs that certified each other end the count.</summary>
    private static int Depth(string thumbprint, Dictionary<string, string?> issuers)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        for (var at = thumbprint; at is not null && above.Add(at);)
        {
            at = issuers[at];
        }

        return above.Count;
    }
}

namespace Infra.TrustManager.CaCertificates;

/// <summary>The CA certificates that sources gave together, and everything that could not be read.</summary>
/// <param name="Certificates">Each once; issuers before what they issued, otherwise in the order given.</param>
/// <param name="Problems">With one of these the bundle is incomplete: nothing may be made to follow it.</param>
public sealed record CaBundle(IReadOnlyList<CaCertificate> Certificates, IReadOnlyList<string> Problems)
{
    /// <summary>Largest text that is read from one source, in characters.</summary>
    /// <remarks>
    /// A CA certificate is registered with at most 8192 characters; 200 of them just exceed this with comments around
    /// each. More would only cost the function memory.
    /// </remarks>
    public const int MaxSourceLength = 1024 * 1024;

    /// <summary>Most text that is read from all sources of a bundle together, in characters.</summary>
    /// <remarks>More than twice <see cref="MaxCertificates"/> certificates of the greatest length.</remarks>
    public const int MaxTotalLength = 4 * MaxSourceLength;

    /// <summary>Most certificates in one bundle, over all its sources, the repeated ones counted once.</summary>
    /// <remarks>Twice the most that a directory holds (<see cref="CertificateCeiling.SmartCard"/>).</remarks>
    public const int MaxCertificates = 200;

    /// <summary>Most signature checks to find out who issued whom.</summary>
    /// <remarks>
    /// Ten for each certificate; two are usual: one with itself, one with its issuer. Where many have one name, key
    /// identifiers decide alone from there on.
    /// </remarks>
    internal const int MaxSignatureChecks = 10 * MaxCertificates;

    /// <summary>Where each certificate came from, by thumbprint: the name of the first source that gave it.</summary>
    public IReadOnlyDictionary<string, string> SourceNames { get; init; } = new Dictionary<string, string>();

    /// <param name="sources">
    /// A name that tells people where to look, and PEM with at least one certificate and nothing but certificates.
    /// </param>
    /// <param name="ceiling">
    /// Most certificates whose issuers are looked for; of more, <see cref="CaCertificateRules"/> refuses all.
    /// </param>
    /// <param name="cancellationToken">Ends signature checks.</param>
    /// <exception cref="OperationCanceledException">There is no time left.</exception>
    public static CaBundle Read(
        IEnumerable<(string Source, string Pem)> sources,
        int ceiling = MaxCertificates,
        CancellationToken cancellationToken = default)
    {
        var problems = new ProblemList("The sources have");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (found, total) = (new List<ParsedCertificate>(), 0L);
        foreach (var (source, pem) in sources)
        {
            total += pem.Length;
            if (total > MaxTotalLength)
            {
                problems.Add(() =>
                    $"The sources have more than {MaxTotalLength} characters together (reached in {source}); give only "
                    + "the CAs that the directory shall trust.");
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var reading = SourceText.Read(source, pem);
            problems.AddRange(reading.Problems);
            found.AddRange(reading.Certificates.Where(one => names.TryAdd(one.Thumbprint, source)));
            if (found.Count > MaxCertificates)
            {
                problems.Add(() =>
                    $"The sources hold more than {MaxCertificates} different certificates (reached in {source}); give "
                    + "only the CAs that the directory shall trust.");
                return new CaBundle([], problems.ToList());
            }
        }

        IReadOnlyList<CaCertificate> certificates = found.Count > ceiling
            ? [.. found.Select(one => one.ToCaCertificate(issuerThumbprint: null))]
            : IssuerOrder.RootFirst(found, new SignatureChecks(MaxSignatureChecks, cancellationToken));
        return new CaBundle(certificates, problems.ToList()) { SourceNames = names };
    }

    /// <summary>How a person recognizes a certificate of this bundle.</summary>
    public string Describe(CaCertificate certificate) =>
        SourceNames.TryGetValue(certificate.Thumbprint, out var source)
            ? $"{certificate.Describe()} from {source}"
            : certificate.Describe();
}

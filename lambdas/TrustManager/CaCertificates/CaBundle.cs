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

    /// <summary>Most certificates in one bundle, over all its sources, the repeated ones counted once.</summary>
    /// <remarks>Twice the most that a directory holds (<see cref="CertificateCeiling.SmartCard"/>).</remarks>
    public const int MaxCertificates = 200;

    /// <summary>Where each certificate came from, by thumbprint: the name of the first source that gave it.</summary>
    public IReadOnlyDictionary<string, string> SourceNames { get; init; } = new Dictionary<string, string>();

    /// <param name="sources">
    /// A name that tells people where to look, and PEM with at least one certificate and nothing but certificates.
    /// </param>
    public static CaBundle Read(IEnumerable<(string Source, string Pem)> sources)
    {
        var (problems, names) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var found = new List<ParsedCertificate>();
        foreach (var (source, pem) in sources)
        {
            var reading = SourceText.Read(source, pem);
            problems.AddRange(reading.Problems);
            found.AddRange(reading.Certificates.Where(one => names.TryAdd(one.Thumbprint, source)));
            if (found.Count > MaxCertificates)
            {
                problems.Add(
                    $"The sources hold more than {MaxCertificates} different certificates (reached in {source}); give "
                    + "only the CAs that the directory shall trust.");
                break;
            }
        }

        var certificates = found.Count > MaxCertificates ? [] : IssuerOrder.RootFirst(found);
        return new CaBundle(certificates, problems) { SourceNames = names };
    }

    /// <summary>How a person recognizes a certificate of this bundle.</summary>
    public string Describe(CaCertificate certificate) =>
        SourceNames.TryGetValue(certificate.Thumbprint, out var source)
            ? $"{certificate.Describe()} from {source}"
            : certificate.Describe();
}

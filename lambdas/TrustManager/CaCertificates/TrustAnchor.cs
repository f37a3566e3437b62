namespace Infra.TrustManager.CaCertificates;

/// <summary>
/// A CA that the environment file pins for one purpose: what comes from a bucket registers by itself only below it.
/// </summary>
/// <param name="Thumbprint">SHA-256 of its certificate: 64 upper-case hexadecimal digits.</param>
/// <param name="Certificate">Null where the file names the thumbprint only.</param>
public sealed record TrustAnchor(string Thumbprint, CaCertificate? Certificate)
{
    /// <summary>Most anchors of one purpose.</summary>
    /// <remarks>
    /// A purpose has one to three roots in practice; a path is looked for from each, so that more would only cost time.
    /// </remarks>
    public const int MaxCount = 20;

    private const string ThumbprintPrefix = "sha256:";

    /// <summary>As a property of the custom resource: one PEM block, or <c>sha256:</c> and the thumbprint.</summary>
    public string Text => Certificate?.Pem ?? ThumbprintPrefix + Thumbprint;

    public static TrustAnchor Of(CaCertificate certificate) => new(certificate.Thumbprint, certificate);

    /// <summary>Reads a <see cref="Text"/>; null when something is wrong with it.</summary>
    /// <param name="name">Where it stands; begins every problem.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="problems">Gets everything that is wrong, each a sentence without a full stop.</param>
    public static TrustAnchor? Read(string name, string? text, ICollection<string> problems)
    {
        if (ThumbprintIn(text) is { } thumbprint)
        {
            return new TrustAnchor(thumbprint, null);
        }

        if (CaBundle.Read([(name, text ?? "")]) is not { Problems: [], Certificates: [var certificate] })
        {
            problems.Add($"{name} must be one certificate in PEM, or '{ThumbprintPrefix}' and 64 of 0-9 and A-F");
            return null;
        }

        var rules = TrustAnchorRules.Problems(certificate).ToList();
        rules.ForEach(problem => problems.Add($"{name} {problem}"));
        return rules.Count == 0 ? Of(certificate) : null;
    }

    private static string? ThumbprintIn(string? text) =>
        text is not null
        && text.StartsWith(ThumbprintPrefix, StringComparison.Ordinal)
        && CertificateThumbprint.TryParse(text[ThumbprintPrefix.Length..], out var thumbprint)
        && text == ThumbprintPrefix + thumbprint
            ? thumbprint
            : null;
}

using System.Security.Cryptography;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What one source's text holds.</summary>
internal sealed record SourceText(IReadOnlyList<ParsedCertificate> Certificates, IReadOnlyList<string> Problems)
{
    private const string CertificateLabel = "CERTIFICATE";

    /// <summary>Most blocks that are looked into: repeated certificates are allowed, but not without end.</summary>
    private const int MaxBlocks = 2 * CaBundle.MaxCertificates;

    public static SourceText Read(string source, string pem)
    {
        var problems = new ProblemList($"{source} has");
        if (pem.Length > CaBundle.MaxSourceLength)
        {
            problems.Add(() =>
                $"{source} has {pem.Length} characters; at most {CaBundle.MaxSourceLength} are read. Give only "
                + "the CA certificates that the directory shall trust.");
            return new SourceText([], problems.ToList());
        }

        var blocks = PemText.Read(source, pem, problems);
        if (blocks.Count == 0 && problems.Count == 0)
        {
            problems.Add(() =>
                $"{source} contains no certificate; it must hold at least one PEM block '-----BEGIN CERTIFICATE-----' "
                + "(to convert a binary file: openssl x509 -inform der).");
        }

        if (blocks.Count > MaxBlocks)
        {
            problems.Add(() =>
                $"{source} holds {blocks.Count} PEM blocks; at most {MaxBlocks} are read. Give only the CA "
                + "certificates that the directory shall trust.");
            return new SourceText([], problems.ToList());
        }

        return new SourceText(Parse(source, blocks, problems), problems.ToList());
    }

    private static List<ParsedCertificate> Parse(
        string source, IReadOnlyList<PemBlock> blocks, ProblemList problems)
    {
        var certificates = new List<ParsedCertificate>();
        foreach (var block in blocks)
        {
            if (block.Label != CertificateLabel)
            {
                problems.Add(() => WrongKind(source, block));
                continue;
            }

            try
            {
                certificates.Add(ParsedCertificate.FromDer(Convert.FromBase64String(block.Base64)));
            }
            catch (UnreadableCertificateException unreadable)
            {
                problems.Add(() => $"{source} line {block.Line}: {unreadable.Message}.");
            }
            catch (Exception exception) when (exception is FormatException or CryptographicException)
            {
                problems.Add(() =>
                    $"{source} has a block on line {block.Line} that is labelled a certificate and is none, or a "
                    + "damaged one; export that certificate again as Base64-encoded X.509.");
            }
        }

        return certificates;
    }

    private static string WrongKind(string source, PemBlock block) =>
        block.Label.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? $"{source} contains a '{block.Label}' (line {block.Line}); a directory needs certificates only. Remove "
                + "the key from there, and treat it as disclosed to everyone who could read that place."
            : $"{source} contains a '{block.Label}' (line {block.Line}); only blocks labelled '{CertificateLabel}' are "
                + "allowed. Remove it, or export the certificates in it as Base64-encoded X.509.";
}

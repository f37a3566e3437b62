using System.Security.Cryptography;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What one source's text holds.</summary>
internal sealed record SourceText(IReadOnlyList<ParsedCertificate> Certificates, IReadOnlyList<string> Problems)
{
    private const string CertificateLabel = "CERTIFICATE";

    public static SourceText Read(string source, string pem)
    {
        if (pem.Length > CaBundle.MaxSourceLength)
        {
            return new SourceText(
                [],
                [
                    $"{source} has {pem.Length} characters; at most {CaBundle.MaxSourceLength} are read. Give only "
                    + "the CA certificates that the directory shall trust.",
                ]);
        }

        var text = PemText.Read(pem);
        var problems = text.Problems.Select(problem => $"{source} {problem}.").ToList();
        var certificates = new List<ParsedCertificate>();
        foreach (var block in text.Blocks)
        {
            if (block.Label != CertificateLabel)
            {
                problems.Add(WrongKind(source, block));
            }
            else if (Parse(block) is { } certificate)
            {
                certificates.Add(certificate);
            }
            else
            {
                problems.Add(
                    $"{source} has a block on line {block.Line} that is labelled a certificate and is none, or a "
                    + "damaged one; export that certificate again as Base64-encoded X.509.");
            }
        }

        if (text.Blocks.Count == 0 && problems.Count == 0)
        {
            problems.Add(
                $"{source} contains no certificate; it must hold at least one PEM block '-----BEGIN CERTIFICATE-----' "
                + "(to convert a binary file: openssl x509 -inform der).");
        }

        return new SourceText(certificates, problems);
    }

    private static ParsedCertificate? Parse(PemBlock block)
    {
        try
        {
            return ParsedCertificate.FromDer(Convert.FromBase64String(block.Base64));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static string WrongKind(string source, PemBlock block) =>
        block.Label.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? $"{source} contains a '{block.Label}' (line {block.Line}); a directory needs certificates only. Remove "
                + "the key from there, and treat it as disclosed to everyone who could read that place."
            : $"{source} contains a '{block.Label}' (line {block.Line}); only blocks labelled '{CertificateLabel}' are "
                + "allowed. Remove it, or export the certificates in it as Base64-encoded X.509.";
}

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>ARN of a certificate authority in AWS Private CA.</summary>
/// <param name="CaId">What follows <c>certificate-authority/</c>: the name of the CA's complete CRL.</param>
public sealed partial record CaArn(string Partition, string Region, string Account, string CaId)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out CaArn? arn)
    {
        var match = Form().Match(text ?? "");
        arn = match.Success
            ? new CaArn(
                match.Groups["partition"].Value,
                match.Groups["region"].Value,
                match.Groups["account"].Value,
                match.Groups["id"].Value)
            : null;
        return match.Success;
    }

    /// <summary>ARN of a certificate template in the CA's own partition, such as <c>EndEntityCertificate</c>.</summary>
    public string TemplateArn(string name) => $"arn:{Partition}:acm-pca:::template/{name}/V1";

    public override string ToString() =>
        $"arn:{Partition}:acm-pca:{Region}:{Account}:certificate-authority/{CaId}";

    [GeneratedRegex(
        @"\Aarn:(?<partition>[a-z0-9-]+):acm-pca:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):"
        + @"certificate-authority/(?<id>[A-Za-z0-9-]{1,64})\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

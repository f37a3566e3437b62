using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Infra.Local.Endpoint;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>What a certificate template puts into a certificate; Private CA user guide, "Template definitions".</summary>
public sealed partial record CertificateTemplate
{
    /// <summary>Used when a request names no template; API reference, <c>TemplateArn</c>.</summary>
    private const string Default = "EndEntityCertificate";

    private const X509KeyUsageFlags CaUsage =
        X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    private const X509KeyUsageFlags EndEntityUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;

    private static readonly CertificateTemplate[] Definitions =
    [
        new() { Name = "RootCACertificate", IsCa = true, IsSelfSigned = true, KeyUsage = CaUsage },
        new() { Name = "SubordinateCACertificate_PathLen0", IsCa = true, PathLength = 0, KeyUsage = CaUsage },
        new() { Name = "SubordinateCACertificate_PathLen1", IsCa = true, PathLength = 1, KeyUsage = CaUsage },
        new() { Name = "SubordinateCACertificate_PathLen2", IsCa = true, PathLength = 2, KeyUsage = CaUsage },
        new() { Name = "SubordinateCACertificate_PathLen3", IsCa = true, PathLength = 3, KeyUsage = CaUsage },
        new() { Name = Default, KeyUsage = EndEntityUsage, Purposes = [ExtendedKeyUsages.ServerAuth, ExtendedKeyUsages.ClientAuth] },
        new() { Name = "EndEntityClientAuthCertificate", KeyUsage = EndEntityUsage, Purposes = [ExtendedKeyUsages.ClientAuth] },
        new() { Name = "EndEntityServerAuthCertificate", KeyUsage = EndEntityUsage, Purposes = [ExtendedKeyUsages.ServerAuth] },
        new()
        {
            Name = "CodeSigningCertificate",
            KeyUsage = X509KeyUsageFlags.DigitalSignature,
            Purposes = [ExtendedKeyUsages.CodeSigning],
            ArePurposesCritical = true,
        },
        new()
        {
            Name = "OCSPSigningCertificate",
            KeyUsage = X509KeyUsageFlags.DigitalSignature,
            Purposes = [ExtendedKeyUsages.OcspSigning],
            ArePurposesCritical = true,
        },
        new() { Name = "BlankEndEntityCertificate", IsBlank = true },
    ];

    /// <summary>Without the passthrough suffix and the version.</summary>
    public required string Name { get; init; }

    public bool IsCa { get; init; }

    /// <summary>Only for the certificate that a root CA gives itself.</summary>
    public bool IsSelfSigned { get; init; }

    /// <summary>CAs that may follow below; null for no limit.</summary>
    public int? PathLength { get; init; }

    public X509KeyUsageFlags KeyUsage { get; init; }

    /// <summary>Extended key usages, by object identifier.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    public bool ArePurposesCritical { get; init; }

    /// <summary>Extensions of the request to IssueCertificate are taken over.</summary>
    public bool TakesFromApi { get; init; }

    /// <summary>Extensions of the certificate request are taken over.</summary>
    public bool TakesFromCsr { get; init; }

    /// <summary>Nothing but basic constraints of its own; exists only with a passthrough suffix.</summary>
    private bool IsBlank { get; init; }

    /// <param name="arn">For example <c>arn:aws:acm-pca:::template/RootCACertificate/V1</c>; null for the default.</param>
    /// <param name="partition">The one in which the CA is; a template of another one does not exist there.</param>
    /// <exception cref="AwsException"><c>InvalidArnException</c>, or that the template is not emulated.</exception>
    public static CertificateTemplate Find(string? arn, string partition)
    {
        if (arn is null)
        {
            return Definitions.Single(template => template.Name == Default);
        }

        var match = ArnForm().Match(arn);
        if (!match.Success || match.Groups["partition"].Value != partition)
        {
            throw PrivateCaErrors.InvalidArn(
                $"'{arn}' is not the ARN of a template in this partition, which has the form "
                    + $"arn:{partition}:acm-pca:::template/<name>/V1.");
        }

        var passthrough = match.Groups["passthrough"].Value;
        return Array.Find(Definitions, t => t.Name == match.Groups["name"].Value && (passthrough.Length > 0 || !t.IsBlank)) is { } found
            ? found with
            {
                TakesFromApi = passthrough.StartsWith("API", StringComparison.Ordinal),
                TakesFromCsr = passthrough.EndsWith("CSR", StringComparison.Ordinal),
            }
            : throw PrivateCaErrors.NotEmulated($"the certificate template {arn}");
    }

    [GeneratedRegex(@"\Aarn:(?<partition>[a-z-]+):acm-pca:::template/(?<name>\w+?)(_(?<passthrough>API|CSR|APICSR)Passthrough)?/V1\z")]
    private static partial Regex ArnForm();
}

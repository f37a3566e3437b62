using System.Text.RegularExpressions;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Activation;

/// <summary>Properties of <c>Custom::CaActivation</c>; each is named as in the template.</summary>
public sealed partial record CaActivationProperties
{
    /// <summary>The subordinate CA that needs a certificate. Required.</summary>
    public required CaArn CertificateAuthorityArn { get; init; }

    /// <summary>The CA that issues it. Required.</summary>
    public required CaArn ParentCertificateAuthorityArn { get; init; }

    /// <summary>
    /// Validity of the CA's certificate, in years: 1 to 50; Private CA refuses what would outlive the parent. Required.
    /// </summary>
    public required int ValidityYears { get; init; }

    /// <summary>
    /// How many CAs may follow below this one: 0 to 3, the range of Private CA's templates. Default: 0.
    /// </summary>
    public int PathLength { get; init; }

    /// <summary>
    /// Algorithm that fits the <b>parent's</b> key, such as <c>SHA256WITHRSA</c>. Default: the parent's own.
    /// </summary>
    public string? SigningAlgorithm { get; init; }

    /// <exception cref="ResourceException">Lists everything that is wrong.</exception>
    public static CaActivationProperties From(ResourceProperties properties)
    {
        var reader = new PropertyReader(properties);
        var read = new CaActivationProperties
        {
            CertificateAuthorityArn = reader.Ca(nameof(CertificateAuthorityArn)),
            ParentCertificateAuthorityArn = reader.Ca(nameof(ParentCertificateAuthorityArn)),
            ValidityYears = reader.Whole(nameof(ValidityYears), 1, 50, whenAbsent: null),
            PathLength = reader.Whole(nameof(PathLength), 0, 3, whenAbsent: 0),
            SigningAlgorithm = reader.Optional(
                nameof(SigningAlgorithm), Algorithm(), "an algorithm of Private CA, as SHA256WITHRSA"),
        };
        if (reader.Problems.Count == 0 && read.CertificateAuthorityArn == read.ParentCertificateAuthorityArn)
        {
            reader.Add(
                "CertificateAuthorityArn and ParentCertificateAuthorityArn are the same; a CA that signs itself is a root");
        }

        return reader.Problems.Count == 0
            ? read
            : throw new ResourceException(
                $"Custom::CaActivation cannot work with its properties: {string.Join("; ", reader.Problems)}. "
                + "Nothing was changed; correct the environment file and deploy again.");
    }

    [GeneratedRegex(@"\A[A-Z0-9_]{3,40}\z")]
    private static partial Regex Algorithm();
}

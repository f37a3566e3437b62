namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>A certificate to be issued.</summary>
/// <param name="Csr">Certificate signing request, PEM.</param>
/// <param name="TemplateArn">ARN of the template that decides the extensions.</param>
/// <param name="SigningAlgorithm">Must belong to the key of the issuing CA.</param>
/// <param name="Validity">How long the certificate is valid from now.</param>
/// <param name="IdempotencyToken">1 to 36 characters; the same token within five minutes gives the same
/// certificate.</param>
public sealed record CertificateOrder(
    string Csr, string TemplateArn, string SigningAlgorithm, ValidityPeriod Validity, string IdempotencyToken)
{
    /// <summary>Taken by a template whose name ends with <c>_APIPassthrough</c>; every other ignores them.</summary>
    public IReadOnlyList<CarriedExtension> Extensions { get; init; } = [];
}

/// <summary>An extension that is ordered as it is in another certificate.</summary>
/// <param name="Value">Base64 of its DER; at most <see cref="MaxLength"/> characters.</param>
public sealed record CarriedExtension(string ObjectIdentifier, bool IsCritical, string Value)
{
    /// <summary>Longest value of a custom extension (API Reference, CustomExtension).</summary>
    public const int MaxLength = 4096;
}

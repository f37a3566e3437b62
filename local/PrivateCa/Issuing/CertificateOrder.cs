using System.Security.Cryptography.X509Certificates;
using Infra.Local.PrivateCa.Requests;

namespace Infra.Local.PrivateCa.Issuing;

/// <summary>A certificate that is about to be signed.</summary>
/// <param name="Request">Public key, subject and extensions that the holder asks for.</param>
/// <param name="Template">Which of them count, and what is added.</param>
/// <param name="Passthrough">What the caller adds.</param>
/// <param name="Period">Validity.</param>
/// <param name="SigningAlgorithm">How it is signed.</param>
public sealed record CertificateOrder(
    CertificateRequest Request,
    CertificateTemplate Template,
    ApiPassthrough Passthrough,
    ValidityPeriod Period,
    SigningAlgorithm SigningAlgorithm)
{
    /// <summary>CRL that the certificate names. Default: null, none.</summary>
    public string? CrlUrl { get; init; }
}

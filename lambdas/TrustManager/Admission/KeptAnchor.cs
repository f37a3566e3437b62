namespace Infra.TrustManager.Admission;

/// <summary>
/// The certificate of a trust anchor that the environment file names by its thumbprint only, kept from when a source
/// listed it. What is read is compared with the thumbprint, so that nobody gains from editing it.
/// </summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
public sealed record KeptAnchor(string Thumbprint, string Pem);

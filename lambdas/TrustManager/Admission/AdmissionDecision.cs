using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Admission;

/// <summary>What an operator decided about a certificate, for one purpose.</summary>
/// <param name="Thumbprint">SHA-256 of the DER: 64 upper-case hexadecimal digits.</param>
/// <param name="IsApproved">False when it was rejected.</param>
/// <param name="By">Who asked, as far as it is known.</param>
/// <param name="Set">Thumbprint that the operator named: the decision covers what was below it, too.</param>
public sealed record AdmissionDecision(
    CertificatePurpose Purpose,
    string Thumbprint,
    string CommonName,
    bool IsApproved,
    DateTimeOffset At,
    string By,
    string Set);

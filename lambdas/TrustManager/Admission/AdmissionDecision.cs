using System.Text.Json.Serialization;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Identity;

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
    string Set)
{
    /// <summary>As the end of a sentence: <c>approved on 2026-11-30 by arn:...</c></summary>
    [JsonIgnore]
    public string Text => $"{(IsApproved ? "approved" : "rejected")} on {At.UtcDateTime:yyyy-MM-dd} by {Who}";

    /// <summary>How operators recognize the certificate.</summary>
    [JsonIgnore]
    public string Name => $"'{CommonName}' (SHA-256 {Thumbprint})";

    private string Who => By.StartsWith(Requester.SelfReported, StringComparison.Ordinal) ? $"an operator ({By})" : By;
}

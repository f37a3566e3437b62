using System.Security.Cryptography;
using System.Text;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Token by which Private CA knows a repeated order.</summary>
public static class IdempotencyToken
{
    /// <summary>Longest token, in characters (API Reference, IssueCertificate).</summary>
    private const int MaxLength = 36;

    /// <param name="requestId">CloudFormation's, which repeats with the request.</param>
    /// <param name="purpose">Keeps apart the orders of one request.</param>
    public static string For(string requestId, string purpose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}/{requestId}")))[..MaxLength];
}

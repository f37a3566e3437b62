using System.Security.Cryptography;

namespace Infra.TrustManager.CaCertificates;

/// <summary>A certificate that is one, and that not everyone can read.</summary>
/// <param name="problem">A clause about it: what is wrong, and what to do. Without a full stop.</param>
internal sealed class UnreadableCertificateException(string problem, Exception? innerException = null)
    : CryptographicException(problem, innerException);

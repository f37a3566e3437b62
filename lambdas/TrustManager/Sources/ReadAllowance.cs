using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Sources;

/// <summary>How much may be read of all sources of one purpose together.</summary>
/// <remarks>A listing is compared with it before an object is read, and what was read is taken from it.</remarks>
public sealed class ReadAllowance
{
    /// <summary>Bytes that may still be read.</summary>
    public long Left { get; private set; } = CaBundle.MaxTotalLength;

    public void Take(long bytes) => Left -= bytes;
}

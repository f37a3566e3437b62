using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Sources;

/// <summary>How much may be read of one source; all of one purpose together have as much as a bundle.</summary>
/// <remarks>A listing is compared with it before an object is read, and what was read is taken from it.</remarks>
/// <param name="sources">How many share it: what one team drops does not keep that of another from being read.</param>
public sealed class ReadAllowance(int sources = 1)
{
    /// <summary>Bytes that may still be read.</summary>
    public long Left { get; private set; } = CaBundle.MaxTotalLength / sources;

    public void Take(long bytes) => Left -= bytes;
}

using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>A certificate that shall be registered, beside what the directory has of it.</summary>
/// <param name="Entry">What the directory lists; null when it has to be registered.</param>
/// <param name="Remembered">What we remember of it; null when we never registered it.</param>
internal sealed record WantedCertificate(
    CaCertificate Certificate, RegisteredCertificate? Entry, RememberedCertificate? Remembered)
{
    /// <summary>What the state says of <see cref="Entry"/> where others registered it.</summary>
    public ForeignCertificate? Foreign { get; init; }

    /// <summary>Has the name and expiry of what others registered, and may be another certificate.</summary>
    public bool IsUnconfirmed => IsFound && Foreign?.Is != Certificate.Thumbprint;

    public bool IsOurs => Entry is not null && Remembered?.CertificateId == Entry.Id;

    /// <summary>Registered by others, and good enough for us.</summary>
    public bool IsFound => Entry is not null && !IsOurs;

    /// <summary>Ours, and of no use to anybody until it is registered again.</summary>
    public bool IsBroken => IsOurs && Entry!.IsBroken();

    public bool IsMissing => Entry is null || IsBroken;

    /// <summary>Was registered by us until we took it away.</summary>
    public bool WasRemoved => Entry is null && Remembered?.Phase is MemoryPhase.Removed or MemoryPhase.Deregistering;
}

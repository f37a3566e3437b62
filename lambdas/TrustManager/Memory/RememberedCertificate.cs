using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>A certificate that we registered, or were about to.</summary>
/// <param name="CertificateId">Null while it is not known, and once the certificate is gone.</param>
/// <param name="IdsSeenBefore">
/// The ids that were listed just before the registration: a certificate like this one that is not among them is ours,
/// even when the answer to our call was lost.
/// </param>
public sealed record RememberedCertificate(
    CaCertificate Certificate,
    CertificatePurpose Purpose,
    string? CertificateId,
    string? OcspUrl,
    MemoryPhase Phase,
    IReadOnlyList<string> IdsSeenBefore)
{
    /// <summary>
    /// The moment of the run that first saw it <c>Registered</c>; null until then, and where an earlier release wrote it.
    /// </summary>
    public DateTimeOffset? RegisteredSince { get; init; }

    /// <summary>Why the last phase was begun, for whoever sees its end.</summary>
    public string? Why { get; init; }

    /// <summary>What allowed its registration; null where an earlier release wrote it.</summary>
    public string? RegisteredBecause { get; init; }

    /// <summary>True when a run registered it and no deployment: a notification says so.</summary>
    public bool IsByRun { get; init; }

    /// <summary>True when somebody else took it away.</summary>
    public bool RemovedByHand { get; init; }
}

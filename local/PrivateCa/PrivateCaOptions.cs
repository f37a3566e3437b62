using Infra.Local.Events;
using Infra.Local.Metrics;

namespace Infra.Local.PrivateCa;

/// <summary>Where Private CA's timing and its connections can be chosen.</summary>
public sealed record PrivateCaOptions
{
    /// <summary>
    /// Time from IssueCertificate until GetCertificate has the certificate. AWS takes some seconds and answers
    /// <c>RequestInProgressException</c> until then. Default: none, so that a test need not wait.
    /// </summary>
    public TimeSpan IssuanceTime { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Time after UpdateCertificateAuthority in which another one gets <c>ConcurrentModificationException</c>. AWS names no
    /// figure. Default: none.
    /// </summary>
    public TimeSpan UpdateTime { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Certificates that share one partition of a partitioned CRL. AWS names no figure, only that a partition stays below
    /// about 1 MB, however many of its certificates are revoked. Default: 20,000, at some 40 bytes an entry.
    /// </summary>
    public int CertificatesPerPartition { get; init; } = 20_000;

    /// <summary>Hears what happens to CAs. Default: nobody.</summary>
    public EventBus? Events { get; init; }

    /// <summary>Counts CRLs. Default: nobody.</summary>
    public MetricStore? Metrics { get; init; }
}

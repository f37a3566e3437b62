using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Waits until a CA shows the certificate that was imported.</summary>
public sealed class ImportReadBack(IPrivateCa privateCa, TimeProvider time)
{
    /// <summary>Longest wait; the change takes seconds, and the next run looks again.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <exception cref="RenewalException">The CA still shows another one.</exception>
    public async Task AwaitAsync(CaArn ca, CertificateAndChain imported, CancellationToken cancellationToken)
    {
        var (started, wanted) = (time.GetTimestamp(), imported.CertificateDer());
        while (!(await privateCa.GetCaCertificateAsync(ca, cancellationToken))
            .CertificateDer().AsSpan().SequenceEqual(wanted))
        {
            if (time.GetElapsedTime(started) + Pause > MaxWait)
            {
                throw new RenewalException(
                    "import-not-seen",
                    $"CA {ca.CaId} accepted its new certificate, but after {MaxWait.TotalSeconds} seconds still shows "
                    + "the former one. The next run looks again.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}

using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>What is recorded as fulfilled, and what a rollback goes back to.</summary>
public static class SettledCertificates
{
    /// <summary>
    /// The certificates that the directory is to have now: those that may be registered, those that are registered
    /// although they no longer may be, and those that stay until something withheld is decided. What a rollback kept is
    /// what a later one goes back to, too.
    /// </summary>
    /// <param name="memory">In line with <paramref name="current"/>.</param>
    public static DesiredTrust AsSettled(
        this DesiredTrust desired, DirectoryState current, TrustMemory memory, DateTimeOffset now) =>
        PurposeView.Managed(current, memory, desired, now).Aggregate(
            desired, (settled, view) => settled.With(view.Purpose, view.Desired! with
            {
                Certificates =
                [
                    .. view.Wanted.Select(wanted => wanted.Certificate)
                        .Concat(view.Kept().Select(kept => kept.Certificate))
                        .Concat(view.Desired!.Kept)
                        .Distinct(),
                ],
                Kept = [],
            }));
}

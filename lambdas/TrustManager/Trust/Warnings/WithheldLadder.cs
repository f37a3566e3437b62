using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>Finds what a certificate that awaits approval would replace, and how near the end of that is.</summary>
internal static class WithheldLadder
{
    private static readonly int[] Levels = [.. WarningLevels.Successor.Concat(WarningLevels.Expiry).Distinct().OrderDescending()];

    /// <summary>Thumbprint and days of the lowest level that is reached, 0 once it is expired; null when none is.</summary>
    public static string? Reached(PurposeView view, WithheldObject waiting)
    {
        if (Replaced(view, waiting.Certificate!) is not { } replaced)
        {
            return null;
        }

        var left = replaced.NotAfter - view.Now;
        return left <= TimeSpan.Zero ? $"{replaced.Thumbprint[..16]}-0"
            : WarningLevels.Reached(Levels, left) is { } level ? $"{replaced.Thumbprint[..16]}-{level}"
            : null;
    }

    /// <summary>
    /// Of the registered certificates that nothing registered succeeds: the first to expire of the same CA, else of the
    /// same issuer, else of those that left the sources.
    /// </summary>
    public static CaCertificate? Replaced(PurposeView view, WithheldCertificate waiting)
    {
        CaCertificate[] open =
        [
            .. view.Registered().Select(one => one.Certificate)
                .Where(one => one.NotAfter < waiting.NotAfter && !view.IsSucceeded(one)),
        ];
        CaCertificate[] kept = [.. view.Kept().Select(one => one.Certificate)];
        return First(waiting.IsOfSameCa) ?? First(waiting.IsSiblingOf) ?? First(kept.Contains);

        CaCertificate? First(Func<CaCertificate, bool> isReplaced) => open.Where(isReplaced).MinBy(one => one.NotAfter);
    }
}

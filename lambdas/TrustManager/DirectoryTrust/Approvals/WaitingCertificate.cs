using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using Infra.TrustManager.Trust.Warnings;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>A certificate that waits for an operator's decision.</summary>
/// <param name="Purpose"><c>smartCard</c> or <c>ldaps</c>.</param>
/// <param name="Thumbprint">SHA-256: 64 upper-case hexadecimal digits.</param>
/// <param name="Location">Where it was read, for example <c>s3://team-bucket/cas/root.pem</c>.</param>
/// <param name="VersionId">Null in a bucket without versions.</param>
/// <param name="ClaimedAccount">Who wrote the object, as an event claims; null where none does.</param>
/// <param name="ClaimedAddress">From which address, as an event claims; null where none does.</param>
/// <param name="Reason">Why it does not register by itself.</param>
/// <param name="Since">The moment of the run that first saw it; now, where none did.</param>
public sealed record WaitingCertificate(
    string Purpose,
    string Thumbprint,
    string CommonName,
    string Subject,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Location,
    string? VersionId,
    string? ClaimedAccount,
    string? ClaimedAddress,
    string Reason,
    DateTimeOffset Since)
{
    /// <summary>
    /// Registered certificates that it may be the successor of, or that stay registered until it is decided.
    /// </summary>
    public IReadOnlyList<string> MayReplace { get; init; } = [];

    /// <param name="entry">A certificate that waits.</param>
    /// <param name="view">Of its purpose; null where the sources could not be read.</param>
    internal static WaitingCertificate Of(WithheldEntry entry, PurposeView? view)
    {
        var (certificate, origin) = (entry.Withheld.Certificate!, entry.Withheld.Origin);
        return new WaitingCertificate(
            PurposeName.SectionOf(entry.Purpose),
            certificate.Thumbprint,
            certificate.CommonName,
            certificate.Subject,
            certificate.NotBefore,
            certificate.NotAfter,
            origin.Place,
            origin.VersionId,
            origin.Claim?.Account,
            origin.Claim?.Address,
            entry.Withheld.Reason,
            entry.Since)
        {
            MayReplace = view is null ? [] : [.. Replaced(entry, view).Distinct()],
        };
    }

    /// <summary>The lines for an operator.</summary>
    internal static IEnumerable<string> Lines(WithheldEntry entry, WaitingCertificate waiting) =>
    [
        $"'{waiting.CommonName}' waits for approval for {PurposeName.Of(entry.Purpose)} since {waiting.Since:u}",
        $"  subject \"{waiting.Subject}\"",
        $"  SHA-256 {waiting.Thumbprint}",
        $"  valid from {waiting.NotBefore.UtcDateTime:yyyy-MM-dd} to {waiting.NotAfter.UtcDateTime:yyyy-MM-dd}",
        $"  object {waiting.Location}, version {waiting.VersionId ?? "unknown (the bucket keeps none)"}",
        $"  {entry.Withheld.Origin.DescribeWriter()}",
        $"  why: {waiting.Reason}",
        .. waiting.MayReplace.Count == 0
            ? Array.Empty<string>()
            : [$"  may replace: {string.Join(", ", waiting.MayReplace)}"],
    ];

    private static IEnumerable<string> Replaced(WithheldEntry entry, PurposeView view)
    {
        if (WithheldLadder.Replaced(view, entry.Withheld.Certificate!) is { } replaced)
        {
            yield return Name(replaced);
        }

        foreach (var kept in view.Kept().Where(kept => view.Keeping(kept)!.Subject == entry.Withheld.Subject))
        {
            yield return Name(kept.Certificate);
        }
    }

    private static string Name(CaCertificate certificate) =>
        $"'{certificate.CommonName}' (expires {certificate.NotAfter.UtcDateTime:yyyy-MM-dd})";
}

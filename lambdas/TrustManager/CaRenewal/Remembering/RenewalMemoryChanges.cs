using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>What memory says after each event in the life of a CA's certificate.</summary>
public static class RenewalMemoryChanges
{
    /// <summary>A run saw this certificate, and those above it, under the CA's ARN.</summary>
    public static RenewalMemory Seeing(this RenewalMemory memory, CaView view, DateTimeOffset now, string request)
    {
        if (view.Certificate is not { } certificate || memory.Current?.Thumbprint == certificate.Thumbprint)
        {
            return memory;
        }

        var seen = SeenCertificate.Of(certificate, view.Issuers, now);
        if (memory.Current is not { } former)
        {
            return (memory with { Current = seen, KnownToWindows = [seen] }).With(new HistoryEntry(
                now,
                $"saw {seen.Describe()}",
                "it is the first one; it counts as published in Active Directory",
                request));
        }

        var isOurs = memory.Attempt is { } attempt && attempt.Thumbprint == certificate.Thumbprint;
        return (memory with
        {
            Current = seen,
            Earlier = [.. memory.Earlier.Append(former).TakeLast(RenewalMemory.MaxCertificates)],
            Attempt = null,
        }).With(new HistoryEntry(
            now,
            $"{(isOurs ? "reissued" : "found")} {seen.Describe()} in place of {former.Describe()}",
            isOurs ? "the former one comes to its end" : "somebody else imported it",
            request));
    }

    /// <summary>A run could, or could not, read the CA above.</summary>
    /// <param name="isUnread">For a reason that passes by itself as a rule.</param>
    public static RenewalMemory ReadingParent(this RenewalMemory memory, bool isUnread, DateTimeOffset now) =>
        isUnread == memory.ParentUnreadSince is not null
            ? memory
            : memory with { ParentUnreadSince = isUnread ? now : null };

    /// <summary>A certificate was issued so that Private CA writes the CRL.</summary>
    /// <param name="url">The CRL that it names.</param>
    public static RenewalMemory Triggering(
        this RenewalMemory memory, string? url, DateTimeOffset now, string request) =>
        (memory with { TriggeredCrl = new TriggeredCrl(url, now) }).With(new HistoryEntry(
            now,
            "issued a certificate that nothing can use",
            "the CA had no current CRL, and Private CA writes one for a certificate that names it",
            request));

    /// <summary>A person says that the CA's certificate is in the stores of Active Directory.</summary>
    /// <param name="by">See <see cref="HistoryEntry.By"/>.</param>
    public static RenewalMemory Published(
        this RenewalMemory memory, DateTimeOffset now, string request, string? by = null) =>
        memory.Current is { } current && memory.WindowsTrustPending
            ? (memory with
            {
                KnownToWindows = [.. memory.KnownToWindows.Append(current).TakeLast(RenewalMemory.MaxCertificates)],
            }).With(new HistoryEntry(
                now, $"{current.Describe()} is in Root or SubCA, and in NTAuth", "a person said so", request)
                {
                    By = by,
                })
            : memory;

    public static RenewalMemory With(this RenewalMemory memory, HistoryEntry entry) =>
        memory with { History = [.. memory.History.Append(entry).TakeLast(RenewalMemory.MaxHistory)] };
}

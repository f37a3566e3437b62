using System.Globalization;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>Finds entries of <c>allowGapFor</c> that name no certificate, and so allow nothing.</summary>
/// <remarks>
/// A new one is refused: it is misspelt, and what it was to allow is either refused with other words or not needed. One
/// that the last fulfilled deployment had is a note: its certificate has gone since, as it was to, and deploying the same
/// file again changes nothing.
/// </remarks>
internal static class GapEntries
{
    /// <summary>How many certificates a text lists.</summary>
    private const int MaxListed = 20;

    public static void Check(DirectoryState current, TrustMemory memory, DesiredTrust desired, PlanDraft draft)
    {
        // A rollback goes back to what was fulfilled, and allows gaps for what the failed update touched.
        if (!desired.AreSourcesRead || desired.For(draft.Purpose) is not { } purpose)
        {
            return;
        }

        var known = Known(current, memory, purpose, draft).ToList();
        var settled = memory.Settled?.Trust.For(draft.Purpose)?.GapAllowedFor ?? [];
        foreach (var entry in purpose.GapAllowedFor.Where(
            entry => !known.Exists(one => CertificateReference.Names(entry, one.Thumbprint, one.CommonName))))
        {
            var what = $"allowGapFor for {PurposeName.Of(draft.Purpose)} names '{Printable.Value(entry)}'";
            if (settled.Select(CertificateReference.Normalized).Contains(CertificateReference.Normalized(entry)))
            {
                draft.Notes.Add($"{what}, which no certificate is any longer: take it out of the environment file.");
            }
            else
            {
                draft.Refusals.Add(string.Join(' ', new[]
                {
                    $"{what}, and no certificate has that SHA-256 thumbprint or common name.",
                    CertificateReference.Suspicion(entry),
                    $"Correct it or take it out of the environment file; {List(known)}.",
                }.OfType<string>()));
            }
        }
    }

    /// <summary>What is there, is to be there, or was there, by what is known of it.</summary>
    private static IEnumerable<(string Thumbprint, string CommonName)> Known(
        DirectoryState current, TrustMemory memory, DesiredPurpose purpose, PlanDraft draft) =>
        purpose.Certificates
            .Concat(memory.Certificates.Where(entry => entry.Purpose == draft.Purpose).Select(entry => entry.Certificate))
            .Concat(memory.Settled?.Trust.For(draft.Purpose)?.Certificates ?? [])
            .Select(certificate => (certificate.Thumbprint, certificate.CommonName))
            .Concat(purpose.Withheld.Select(one => one.Certificate).OfType<Admission.WithheldCertificate>()
                .Select(certificate => (certificate.Thumbprint, certificate.CommonName)))
            .Concat(current.Certificates.Where(entry => entry.Purpose == draft.Purpose && entry.IsThere)
                .Select(entry => (Thumbprint: "", entry.CommonName)))
            .DistinctBy(one => one.Thumbprint.Length > 0 ? one.Thumbprint : one.CommonName, StringComparer.Ordinal);

    private static string List(List<(string Thumbprint, string CommonName)> known)
    {
        var names = known.Where(one => one.Thumbprint.Length > 0
                || !known.Exists(other => other.Thumbprint.Length > 0 && other.CommonName == one.CommonName))
            .Select(one => one.Thumbprint.Length > 0 ? $"'{one.CommonName}' ({one.Thumbprint})" : $"'{one.CommonName}'")
            .ToList();
        var more = names.Count > MaxListed
            ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MaxListed} more")
            : "";
        return names.Count == 0
            ? "there is no certificate"
            : $"certificates are {string.Join(", ", names.Take(MaxListed))}{more}";
    }
}

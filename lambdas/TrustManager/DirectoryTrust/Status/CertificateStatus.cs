using Infra.TrustManager.Memory;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Status;

/// <summary>A certificate that a directory lists.</summary>
/// <param name="Purpose">For example <c>smart card sign-in</c>.</param>
/// <param name="State">As Directory Service says: <c>Registered</c>, <c>RegisterFailed</c> ...</param>
/// <param name="DaysToExpiry">Whole days, rounded down; negative after it.</param>
/// <param name="IsManaged">True when it is ours; others registered the rest.</param>
public sealed record CertificateStatus(
    string Id,
    string CommonName,
    string Purpose,
    string State,
    DateTimeOffset NotAfter,
    int DaysToExpiry,
    bool IsManaged)
{
    /// <summary>Soonest to expire first.</summary>
    /// <param name="memory">Null where nothing is known to be ours.</param>
    public static IReadOnlyList<CertificateStatus> Of(DirectoryState state, TrustMemory? memory, DateTimeOffset at)
    {
        var ours = (memory?.Certificates ?? []).Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        return
        [
            .. state.Certificates.OrderBy(entry => entry.Purpose).ThenBy(entry => entry.Expires)
                .Select(entry => new CertificateStatus(
                    entry.Id,
                    entry.CommonName,
                    PurposeName.Of(entry.Purpose),
                    entry.State.ToString(),
                    entry.Expires,
                    DaysLeft.Until(entry.Expires, at),
                    ours.Contains(entry.Id))),
        ];
    }

    /// <summary>One line for a person.</summary>
    internal string Line() =>
        $"  '{CommonName}' ({Id}): {State}{(IsManaged ? "" : ", unmanaged")}, expires {NotAfter:yyyy-MM-dd}, "
        + DaysLeft.Text(DaysToExpiry);
}

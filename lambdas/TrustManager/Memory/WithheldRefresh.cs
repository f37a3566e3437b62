using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>Brings what the state knows of withheld certificates in line with what the sources list.</summary>
public static class WithheldRefresh
{
    /// <summary>Most names in one entry of the history.</summary>
    private const int MaxNames = 10;

    /// <summary>The state once the sources were read; what begins and ends is part of the history.</summary>
    /// <param name="memory">In line with <paramref name="current"/>.</param>
    public static TrustMemory Withholding(
        this TrustMemory memory, DesiredTrust desired, DirectoryState current, Occasion occasion)
    {
        if (!desired.AreSourcesRead)
        {
            return memory;
        }

        var views = PurposeView.Managed(current, memory, desired, occasion.At);
        WithheldEntry[] now = [.. views.SelectMany(view => view.Withheld.Select(one => Entry(memory, view, one, occasion)))];
        if (memory.Withheld.SequenceEqual(now))
        {
            return memory;
        }

        foreach (var view in views)
        {
            memory = Noting(memory, desired, view, now, occasion);
        }

        return memory with { Withheld = now };
    }

    private static TrustMemory Noting(
        TrustMemory memory, DesiredTrust desired, PurposeView view, WithheldEntry[] now, Occasion occasion)
    {
        var use = PurposeName.Of(view.Purpose);
        var before = memory.Withheld.Where(entry => entry.Purpose == view.Purpose).ToArray();
        var after = now.Where(entry => entry.Purpose == view.Purpose).ToArray();
        var began = after.Where(entry => before.All(one => one.Withheld.Subject != entry.Withheld.Subject)).ToArray();
        var ended = before.Where(entry => after.All(one => one.Withheld.Subject != entry.Withheld.Subject)).ToArray();
        var (allowed, gone) = (
            ended.Where(entry => IsListed(desired.For(view.Purpose), entry.Withheld.Certificate?.Thumbprint)).ToArray(),
            ended.Where(entry => !IsListed(desired.For(view.Purpose), entry.Withheld.Certificate?.Thumbprint)).ToArray());
        memory = began.Length == 0 ? memory : memory.Noticing(
            occasion, $"not registered for {use}: {Names(began)}", began[0].Withheld.Reason);
        memory = allowed.Length == 0 ? memory : memory.Noticing(
            occasion, $"no longer withheld for {use}: {Names(allowed)}", "it may be registered now");
        return gone.Length == 0 ? memory : memory.Noticing(
            occasion,
            $"no longer withheld for {use}: {Names(gone)}",
            after.Any(entry => entry.Withheld.MayHold)
                ? "no source that can be read lists it any longer"
                : "it is in no source any longer");
    }

    /// <summary>Known since the first run that saw it; what an earlier event said of its version stays.</summary>
    private static WithheldEntry Entry(TrustMemory memory, PurposeView view, WithheldObject one, Occasion occasion)
    {
        var earlier = memory.Withheld.FirstOrDefault(
            entry => entry.Purpose == view.Purpose && entry.Withheld.Subject == one.Subject);
        var known = one.Origin.Claim is null ? one.Noticing(earlier?.Withheld.Origin) : one;
        return new WithheldEntry(view.Purpose, known, earlier?.Since ?? occasion.At);
    }

    private static bool IsListed(DesiredPurpose? desired, string? thumbprint) =>
        desired?.Certificates.Any(certificate => certificate.Thumbprint == thumbprint) == true;

    private static string Names(WithheldEntry[] entries) =>
        string.Join(", ", entries.Take(MaxNames).Select(entry => entry.Withheld.Name))
        + (entries.Length > MaxNames ? $" and {entries.Length - MaxNames} more" : "");
}

/// <summary>Something that the sources list and that is not registered, as the last run saw it.</summary>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record WithheldEntry(CertificatePurpose Purpose, WithheldObject Withheld, DateTimeOffset Since);

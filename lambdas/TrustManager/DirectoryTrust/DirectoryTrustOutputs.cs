using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What templates can read of a <c>Custom::DirectoryTrust</c> with <c>Fn::GetAtt</c>.</summary>
public static class DirectoryTrustOutputs
{
    /// <summary>Ids of the certificates that are ours.</summary>
    public const string CertificateIds = "CertificateIds";

    /// <summary>How many certificates are in which state, and whether the features are on.</summary>
    public const string States = "States";

    /// <summary>Day and common name of the desired certificate that expires first.</summary>
    public const string NextExpiry = "NextExpiry";

    /// <summary>Ids of the certificates that others registered.</summary>
    public const string LeftAlone = "LeftAlone";

    /// <summary><c>true</c> when this request changed the directory.</summary>
    public const string Changed = "Changed";

    /// <summary>What scheduled runs do later, and from which day on.</summary>
    public const string Waiting = "Waiting";

    /// <summary>Sentences for a person.</summary>
    public const string Warning = "Warning";

    /// <summary>An output of a stack must not be empty.</summary>
    public const string None = "none";

    /// <summary>
    /// Longest list of ids and longest text, in bytes of UTF-8: seven values, the reason and the identifiers of the
    /// request share 4096 bytes.
    /// </summary>
    private const int MaxText = 300;

    /// <summary>Longest warning, in bytes of UTF-8, of the same 4096 bytes: it names what waits for approval.</summary>
    private const int MaxWarning = 800;

    public static IReadOnlyDictionary<string, string> From(TrustOutcome outcome, TrustMemory memory, DesiredTrust desired)
    {
        var ours = memory.Certificates.Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        var there = outcome.State.Certificates.Where(entry => entry.IsThere).ToArray();
        var next = Enum.GetValues<CertificatePurpose>()
            .SelectMany(purpose => desired.For(purpose)?.Certificates ?? [])
            .MinBy(certificate => certificate.NotAfter);
        return new Dictionary<string, string>
        {
            [CertificateIds] = List(there.Where(entry => ours.Contains(entry.Id)).Select(entry => entry.Id)),
            [States] = List(there.GroupBy(entry => entry.State).Select(group => $"{group.Key}={group.Count()}")
                .Append($"SmartCard={outcome.State.SmartCard.Status}").Append($"Ldaps={outcome.State.Ldaps.Status}")),
            [NextExpiry] = next is null ? None : Short($"{next.NotAfter:yyyy-MM-dd} {next.CommonName}"),
            [LeftAlone] = List(there.Where(entry => !ours.Contains(entry.Id)).Select(entry => entry.Id)),
            [Changed] = outcome.Changed ? "true" : "false",
            [Waiting] = List(outcome.Waiting.Select(waiting => waiting.Text)),
            [Warning] = Warnings([.. Awaiting(memory), .. outcome.Notes]),
        };
    }

    /// <summary>By name and first: what follows may be cut.</summary>
    private static IEnumerable<string> Awaiting(TrustMemory memory) =>
        from entry in memory.Withheld
        where entry.Withheld.Kind == WithheldKind.AwaitsApproval
        group entry.Withheld.Certificate!.CommonName by entry.Purpose into names
        select $"Waiting for approval for {PurposeName.Of(names.Key)}, not registered: "
            + $"{string.Join(", ", names.Select(name => $"'{name}'"))}.";

    private static string Warnings(string[] warnings) =>
        warnings.Length == 0 ? None : Short(string.Join(" ", warnings), MaxWarning);

    private static string List(IEnumerable<string> items)
    {
        var list = string.Join(",", items);
        return list.Length == 0 ? None : Short(list);
    }

    /// <summary>A name may have three bytes a character, and a response that is too long loses its data.</summary>
    private static string Short(string text, int most = MaxText)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > most)
            {
                return text[..length] + "...";
            }

            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}

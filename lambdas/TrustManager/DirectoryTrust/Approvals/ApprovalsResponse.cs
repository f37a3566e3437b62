using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>What waits for approval on a directory, and what was decided, for operators and programs.</summary>
/// <param name="Text">All that follows, a line each.</param>
public sealed record ApprovalsResponse(string Text, string DirectoryId)
{
    /// <summary>
    /// Most waiting certificates that are listed: anyone may fill a bucket, and a response of Lambda has at most 6 MB,
    /// of which one with the longest names and keys takes 50 KB.
    /// </summary>
    private const int MaxListed = 50;

    /// <summary>Those that wait longest, at most <see cref="MaxListed"/> of them.</summary>
    public IReadOnlyList<WaitingCertificate> Waiting { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <param name="memory">In line with the sources and the directory, as far as those could be read.</param>
    /// <param name="survey">Null where they could not.</param>
    public static ApprovalsResponse Of(
        string directoryId, TrustMemory memory, Survey? survey, IReadOnlyList<string> notes)
    {
        var views = survey is null
            ? []
            : PurposeView.Managed(survey.State, survey.Recalled, survey.Desired, survey.At)
                .ToDictionary(view => view.Purpose);
        WithheldEntry[] all =
        [
            .. memory.Withheld.Where(entry => entry.Withheld.Kind == WithheldKind.AwaitsApproval)
                .OrderBy(entry => entry.Since),
        ];
        var waiting = all.Take(MaxListed)
            .Select(entry => (
                Entry: entry, Certificate: WaitingCertificate.Of(entry, views.GetValueOrDefault(entry.Purpose))))
            .ToArray();
        AdmissionDecision[] decisions = [.. memory.Decisions.OrderBy(decision => decision.At)];
        var others = memory.Withheld.Count(entry =>
            entry.Withheld.Kind is WithheldKind.NotRegistrable or WithheldKind.NotReadable);
        string[] remarks =
        [
            .. notes,
            .. all.Length > MaxListed
                ? [$"{all.Length - MaxListed} more wait for approval, and can be decided by their SHA-256 too. If they are "
                    + "unexpected, find out who may write to the bucket."]
                : Array.Empty<string>(),
            .. others == 0
                ? Array.Empty<string>()
                : [$"{others} other certificates or objects cannot be registered or read, approved or not: see plan."],
        ];
        string[] lines =
        [
            .. waiting.Length == 0 ? [$"nothing waits for approval on directory {directoryId}"] : Array.Empty<string>(),
            .. waiting.SelectMany(one => WaitingCertificate.Lines(one.Entry, one.Certificate)),
            .. waiting.Length == 0 ? Array.Empty<string>() : HowTo(directoryId),
            .. decisions.Length == 0 ? [] : decisions.Select(one => DecisionLine.Line(one, memory)).Prepend("decided:"),
            .. remarks.Select(note => $"note: {note}"),
        ];
        return new ApprovalsResponse(string.Join('\n', lines), directoryId)
        {
            Waiting = [.. waiting.Select(one => one.Certificate)],
            Decisions = [.. decisions.Select(one => DecisionLine.Of(one, memory))],
            Notes = remarks,
        };
    }

    private static IEnumerable<string> HowTo(string directoryId)
    {
        var purposes = string.Join(" or ", PurposeName.Sections);
        return
        [
            "compare the SHA-256 with what the owner of the CA says over a way that you know, then one of:",
            $"  dotnet run --project trust -- approve {directoryId} <SHA-256> --purpose <{purposes}>",
            $"  dotnet run --project trust -- reject {directoryId} <SHA-256> --purpose <{purposes}>",
        ];
    }
}

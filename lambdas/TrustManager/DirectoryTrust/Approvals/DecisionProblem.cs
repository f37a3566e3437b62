using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>Says why nothing can be decided about the certificate that was named, and what waits instead.</summary>
internal static class DecisionProblem
{
    /// <summary>Most certificates that are listed; a bucket may hold more than anyone reads.</summary>
    private const int MaxListed = 20;

    /// <param name="candidates">The named certificate, for each purpose that the request is about.</param>
    public static string Of(Survey survey, DirectoryRequest.Decision asked, IReadOnlyList<Candidate> candidates)
    {
        var id = survey.Properties.DirectoryId;
        if (candidates.Count == 0)
        {
            return $"purpose is {PurposeName.SectionOf(asked.Purpose!.Value)}, and the environment file has no such "
                + $"section for directory {id}. Leave purpose out, or name the other one. Nothing was changed.";
        }

        string[] sentences =
        [
            Stands(asked, candidates),
            .. candidates.All(one => one.State == CandidateState.Unlisted)
                ? ["It may have been taken away or replaced since it was notified."]
                : Array.Empty<string>(),
            .. asked is DirectoryRequest.Reject && candidates.Any(one => one.State == CandidateState.Registered)
                ? ["To reject removes nothing: take it out of its sources, and the next run deregisters it."]
                : Array.Empty<string>(),
            Waiting(survey),
            "Nothing was changed.",
        ];
        return string.Join(' ', sentences);
    }

    /// <param name="candidates">The named certificate, for each purpose that the directory has.</param>
    public static string WithoutPurpose(
        Survey survey, DirectoryRequest.Decision asked, IReadOnlyList<Candidate> candidates) =>
        $"purpose is missing: directory {survey.Properties.DirectoryId} has "
        + $"{string.Join(" and ", candidates.Select(one => PurposeName.SectionOf(one.Purpose)))}, and an approval is for "
        + $"one of them. {Stands(asked, candidates)} Name the purpose for which you compared the thumbprint. Nothing was "
        + "changed.";

    private static string Stands(DirectoryRequest.Decision asked, IReadOnlyList<Candidate> candidates) =>
        $"{Name(asked, candidates)} {string.Join("; it ", candidates.Select(one => one.Text.TrimEnd('.')))}.";

    private static string Name(DirectoryRequest.Decision asked, IReadOnlyList<Candidate> candidates) =>
        candidates.Select(one => one.CommonName).FirstOrDefault(name => name.Length > 0) is { } known
            ? $"'{known}' (SHA-256 {asked.Thumbprint})"
            : $"A certificate with SHA-256 {asked.Thumbprint}";

    private static string Waiting(Survey survey)
    {
        string[] waiting =
        [
            .. survey.Recalled.Withheld.Where(entry => entry.Withheld.Kind == WithheldKind.AwaitsApproval)
                .Select(entry => $"{entry.Withheld.Name} for {PurposeName.Of(entry.Purpose)}"),
        ];
        var more = waiting.Length > MaxListed ? $" and {waiting.Length - MaxListed} more" : "";
        return waiting.Length == 0
            ? $"Nothing waits for approval on directory {survey.Properties.DirectoryId}."
            : $"Waiting for approval on directory {survey.Properties.DirectoryId}: "
                + $"{string.Join(", ", waiting.Take(MaxListed))}{more}.";
    }
}

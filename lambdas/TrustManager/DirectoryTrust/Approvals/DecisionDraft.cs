using Infra.TrustManager.Admission;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>What a request to approve or to reject would record, by what the sources list now.</summary>
/// <param name="New">To be recorded: exact thumbprints.</param>
/// <param name="Standing">About the named certificate, decided so before; they stay as they are.</param>
/// <param name="Notes">Purposes for which nothing is decided, and why.</param>
internal sealed record DecisionDraft(
    IReadOnlyList<AdmissionDecision> New, IReadOnlyList<AdmissionDecision> Standing, IReadOnlyList<string> Notes)
{
    /// <summary>Why nothing can be decided, in whole sentences; null where something can.</summary>
    public string? Problem { get; private init; }

    /// <param name="occasion">When it is asked for, and by whom.</param>
    public static DecisionDraft Of(
        Survey survey, DirectoryRequest.Decision asked, Occasion occasion, CancellationToken cancellationToken)
    {
        var isApproval = asked is DirectoryRequest.Approve;
        (PurposeView View, Candidate Candidate)[] all =
        [
            .. PurposeView.Managed(survey.State, survey.Recalled, survey.Desired, survey.At)
                .Where(view => asked.Purpose is null || view.Purpose == asked.Purpose)
                .Select(view => (view, Candidate.Of(view, survey.Recalled, asked.Thumbprint))),
        ];
        var open = all.Where(one => one.Candidate.Allows(isApproval)).ToArray();
        IReadOnlyList<Candidate> candidates = [.. all.Select(one => one.Candidate)];
        if (open.Length == 0)
        {
            return new DecisionDraft([], [], []) { Problem = DecisionProblem.Of(survey, asked, candidates) };
        }

        // A copy under the prefix of the other purpose must not turn an approval for LDAPS into one for sign-in.
        if (isApproval && all.Length > 1)
        {
            return new DecisionDraft([], [], [])
            {
                Problem = DecisionProblem.WithoutPurpose(survey, asked, candidates),
            };
        }

        return new DecisionDraft(
            [
                .. open.SelectMany(one => Named(one.View, one.Candidate, asked, cancellationToken)
                    .Select(named => new AdmissionDecision(
                        one.View.Purpose,
                        named.Thumbprint,
                        named.CommonName,
                        isApproval,
                        occasion.At,
                        occasion.By ?? "",
                        asked.Thumbprint))),
            ],
            [
                .. open.Select(one => one.Candidate.Earlier).OfType<AdmissionDecision>()
                    .Where(earlier => earlier.IsApproved == isApproval),
            ],
            [
                .. all.Except(open).Select(one => one.Candidate).Where(one => one.State != CandidateState.Unlisted)
                    .Select(one => $"Nothing was decided for {PurposeName.Of(one.Purpose)}: it {one.Text.TrimEnd('.')}."),
            ]);
    }

    /// <summary>The named certificate unless it was decided so before; with an approval what waits below it.</summary>
    private static IEnumerable<(string Thumbprint, string CommonName)> Named(
        PurposeView view, Candidate candidate, DirectoryRequest.Decision asked, CancellationToken cancellationToken)
    {
        var isApproval = asked is DirectoryRequest.Approve;
        if (candidate.Earlier?.IsApproved != isApproval)
        {
            yield return (asked.Thumbprint, candidate.CommonName);
        }

        if (isApproval && candidate.State != CandidateState.Registered)
        {
            foreach (var below in WaitingBelow.Of(view, asked.Thumbprint, cancellationToken))
            {
                yield return (below.Thumbprint, below.CommonName);
            }
        }
    }
}

using Infra.TrustManager.Admission;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust.Approvals;

/// <summary>Records what operators decide about certificates that lie in the sources of a directory.</summary>
/// <remarks>
/// The sources are read anew: what was notified may have been replaced since. What is recorded is exact thumbprints, so
/// that a file that is replaced after that is not what was approved.
/// </remarks>
public sealed class OperatorDecisions(
    Surveyor surveyor, ITrustMemory store, MemoryDesk memory, DirectoryPlace place, DeployedProperties deployed)
{
    /// <exception cref="ResourceException">A source or the directory is not as it must be.</exception>
    /// <exception cref="ServiceException">Something cannot be read or written now.</exception>
    public async Task<DecisionResult> DecideAsync(
        DirectoryRequest.Decision asked, Occasion occasion, CancellationToken cancellationToken)
    {
        var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
        var standing = Standing.Of(place.DirectoryId, reading.Memory, deployed, occasion.Request, occasion.At);
        if (standing is not Standing.Ready { Properties: var properties })
        {
            return DecisionResult.Refused($"Nothing was decided. {standing.Obstacle}");
        }

        var before = await SurveyAsync(properties, reading.Memory!, occasion, cancellationToken);
        var draft = DecisionDraft.Of(before, asked, occasion, cancellationToken);
        if (draft.Problem is { } problem)
        {
            return DecisionResult.Refused(problem);
        }

        var (after, unfit) = await SimulateAsync(before, draft.New, occasion, cancellationToken);
        var isApproval = asked is DirectoryRequest.Approve;
        IReadOnlyList<string> obstacles = !isApproval ? []
            : after is null ? [unfit!]
            : DecisionCheck.Problems(before, after, asked.Thumbprint, [.. draft.New, .. draft.Standing]);
        if (obstacles.Count > 0)
        {
            return DecisionResult.Refused($"Nothing was approved. {string.Join(' ', obstacles)}");
        }

        return await RecordAsync(draft.New, occasion, cancellationToken) is { } obstacle
            ? DecisionResult.Refused($"Nothing was decided. {obstacle}")
            : new DecisionResult(
                draft.New,
                draft.Standing,
                [.. draft.Notes, .. isApproval || after is null ? [] : DecisionCheck.Removals(before, after)],
                properties.Rules.Mode);
    }

    private Task<Survey> SurveyAsync(
        DirectoryTrustProperties properties,
        TrustMemory state,
        Occasion occasion,
        CancellationToken cancellationToken) =>
        surveyor.ReadAsync(properties, state, occasion.At, notice: null, new Progress(), cancellationToken);

    /// <summary>As it would be with these decisions; null where the sources would list what cannot be done.</summary>
    private async Task<(Survey? After, string? Problem)> SimulateAsync(
        Survey before,
        IReadOnlyList<AdmissionDecision> decisions,
        Occasion occasion,
        CancellationToken cancellationToken)
    {
        try
        {
            var state = before.Remembered.Deciding(decisions);
            return (await SurveyAsync(before.Properties, state, occasion, cancellationToken), null);
        }
        catch (ResourceException unfit)
        {
            return (null, unfit.Message);
        }
    }

    /// <returns>Why it was not recorded; null when it was.</returns>
    private async Task<string?> RecordAsync(
        IReadOnlyList<AdmissionDecision> decisions, Occasion occasion, CancellationToken cancellationToken)
    {
        string? late = null;
        var obstacle = await memory.ChangeAsync(
            place,
            known =>
            {
                late = Late(known, decisions);
                return late is not null || decisions.Count == 0
                    ? known
                    : known.Deciding(decisions).NotingDecided(occasion, decisions);
            },
            cancellationToken);
        return obstacle ?? late;
    }

    /// <summary>A run may have registered it since the state was read; a rejection would not be true then.</summary>
    private static string? Late(TrustMemory known, IReadOnlyList<AdmissionDecision> decisions) =>
        decisions.FirstOrDefault(one => !one.IsApproved && known.IsRegistered(one.Purpose, one.Thumbprint)) is { } one
            ? $"{one.Name} was registered meanwhile. To reject removes nothing: take it out of its sources."
            : null;
}

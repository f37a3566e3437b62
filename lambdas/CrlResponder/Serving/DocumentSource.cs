using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Serving;

/// <summary>Knows for each key what to serve: from memory for a while, then what S3 says, or what is left when S3 is no help.</summary>
/// <remarks>
/// S3 is asked at most once per key in the given time, as long as there is anything to answer with. Keys that are not there
/// are not remembered: the first CRL of a new CA is served at once, and clients cannot fill the memory with invented names.
/// Not thread-safe: Lambda hands an instance one request at a time.
/// </remarks>
public sealed class DocumentSource(ICrlStore store, DocumentLoader loader, TimeSpan revalidateAfter, TimeProvider time)
{
    /// <summary>
    /// How long after a failure S3 is not asked about any key: each question would hold this instance for as long as S3 is
    /// waited for, and Lambda would start another one, which has no copies at all. As long as clients are asked to wait.
    /// A refusal is no such failure.
    /// </summary>
    public static readonly TimeSpan PauseAfterFailure = Refusal.RetryAfterTrouble;

    private readonly DocumentCache _cache = new();
    private (DateTimeOffset At, StoreTrouble Trouble)? _lastFailure;
    private readonly EarlierVersions _earlierVersions = new(store, loader, time);

    public async Task<Lookup> FindAsync(ServedKey key, CancellationToken cancellationToken)
    {
        var known = _cache.Find(key.Value);
        if (known is not null && known.IsFresh(time.GetUtcNow(), revalidateAfter))
        {
            return Result(known, isNew: false);
        }

        if (_lastFailure is { } failure && IsRecent(failure.At))
        {
            return WithoutS3(known, failure.Trouble);
        }

        var prepared = known is null ? loader.Prepare(key, cancellationToken) : null;
        try
        {
            return await store.FindAsync(key.Value, known?.UnlessETag(time.GetUtcNow()), cancellationToken) switch
            {
                StoreAnswer.Found found => await JudgeAsync(key, found.Content, known, prepared, cancellationToken),
                StoreAnswer.NotModified when known is not null => Remember(key, known with { Trouble = null }),
                StoreAnswer.NotThere => Forget(key),
                StoreAnswer.Denied denied => KeepThrough(
                    key, known, new StoreTrouble(true, $"S3 refused '{key}' ({denied.Code}); check the function's permissions."))
                    ?? new Lookup.NotThere(new StoreTrouble(true, $"S3 refused '{key}' ({denied.Code}).")),
                var answer => throw new StoreUnavailableException($"S3 answered {answer} to a question without a condition."),
            };
        }
        catch (StoreUnavailableException exception)
        {
            var trouble = Failed(exception);
            return KeepThrough(key, known, trouble) ?? new Lookup.Unavailable(known?.Problem, trouble);
        }
        finally
        {
            // It must not go on beside the next request; whoever needed it knows how it ended.
            await (prepared ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private StoreTrouble Failed(StoreUnavailableException exception)
    {
        var trouble = new StoreTrouble(false, exception.Message);
        if (!exception.IsRefusal)
        {
            _lastFailure = (time.GetUtcNow(), trouble);
        }

        return trouble;
    }

    /// <summary>What memory has now. It is not remembered as asked for: S3 is asked as soon as the pause is over.</summary>
    private Lookup WithoutS3(CacheEntry? known, StoreTrouble trouble) => known is null
        ? new Lookup.Unavailable(Problem: null, trouble)
        : Result(known with { Trouble = trouble }, isNew: false);

    private bool IsRecent(DateTimeOffset moment) =>
        time.GetUtcNow() is var now && now >= moment && now - moment < PauseAfterFailure;

    private async Task<Lookup> JudgeAsync(
        ServedKey key, IStoredObject current, CacheEntry? known, Task? prepared, CancellationToken cancellationToken)
    {
        using (current)
        {
            var (document, problem) = await loader.LoadAsync(key, current, prepared, cancellationToken);
            problem ??= ProblemOf(key, document!.Facts, known?.LastServed);
            if (problem is null)
            {
                return Remember(key, new CacheEntry
                {
                    CurrentETag = current.ETag,
                    Document = document,
                    LastServed = document!.Facts,
                    JudgedAt = time.GetUtcNow(),
                    CheckedAt = default,
                }, isNew: true);
            }

            return problem.Kind == ObjectProblemKind.TooLarge
                ? Remember(key, Unfit(current.ETag, problem, standIn: null, known))
                : await StandInAsync(key, current.ETag, problem, known, cancellationToken);
        }
    }

    private async Task<Lookup> StandInAsync(
        ServedKey key, string unfitETag, ObjectProblem problem, CacheEntry? known, CancellationToken cancellationToken)
    {
        try
        {
            var standIn = await _earlierVersions.FindAsync(key, unfitETag, known, cancellationToken);
            return Remember(key, Unfit(unfitETag, problem, standIn, known));
        }
        catch (StoreUnavailableException exception)
        {
            // The search did not end, so it is due again: the unfit object is not remembered as judged.
            var trouble = Failed(exception);
            return KeepThrough(key, known is null ? null : known with { CurrentETag = null, Problem = problem }, trouble)
                ?? new Lookup.Unavailable(problem, trouble);
        }
    }

    private ObjectProblem? ProblemOf(ServedKey key, DocumentFacts candidate, DocumentFacts? lastServed)
    {
        var crl = $"CRL '{key}' (number {candidate.CrlNumber}, thisUpdate {candidate.ValidFrom:u})";
        var kind = Succession.ProblemOf(candidate, lastServed, time.GetUtcNow());
        return kind switch
        {
            null => null,
            ObjectProblemKind.NotYetValid => new ObjectProblem(
                kind.Value, $"{crl} begins more than a day from now; publish one that is valid."),
            ObjectProblemKind.WrongIssuer => new ObjectProblem(
                kind.Value, $"{crl} is not of the CA whose list was served before; let that CA publish here again."),
            _ => new ObjectProblem(
                kind.Value,
                $"{crl} is older than the one served before (number {lastServed!.CrlNumber}, thisUpdate "
                + $"{lastServed.ValidFrom:u}); publish a newer one."),
        };
    }

    private CacheEntry Unfit(string etag, ObjectProblem problem, CachedDocument? standIn, CacheEntry? known) => new()
    {
        CurrentETag = etag,
        Document = standIn,
        LastServed = standIn?.Facts ?? known?.LastServed,
        Problem = problem,
        JudgedAt = time.GetUtcNow(),
        CheckedAt = default,
    };

    /// <summary>What memory has while S3 is no help; null when that is nothing that may be sent.</summary>
    private Lookup? KeepThrough(ServedKey key, CacheEntry? known, StoreTrouble trouble)
    {
        var kept = known is null ? null : known with { Trouble = trouble };
        return kept?.Servable(time.GetUtcNow()) is null ? null : Remember(key, kept);
    }

    private Lookup Remember(ServedKey key, CacheEntry entry, bool isNew = false)
    {
        var remembered = entry with { CheckedAt = time.GetUtcNow() };
        _cache.Put(key.Value, remembered);
        return Result(remembered, isNew);
    }

    private Lookup.NotThere Forget(ServedKey key)
    {
        _cache.Remove(key.Value);
        return new Lookup.NotThere(Denied: null);
    }

    private Lookup Result(CacheEntry entry, bool isNew)
    {
        var source = entry.Trouble is not null ? Source.Memory
            : entry.Problem is not null ? Source.Version
            : isNew ? Source.S3 : Source.Memory;
        return entry.Servable(time.GetUtcNow()) is { } document
            ? new Lookup.Document(document, source, entry.Problem, entry.Trouble)
            : new Lookup.Unavailable(entry.Problem, entry.Trouble);
    }
}

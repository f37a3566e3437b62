using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Cache;

/// <summary>What this instance knows about one key.</summary>
public sealed record CacheEntry
{
    /// <summary>Entity tag of the current object that was judged last, good or bad; null while a judgement is due.</summary>
    /// <remarks>S3 is asked with it, so that a bad object is neither fetched nor searched around again until it changes.</remarks>
    public string? CurrentETag { get; init; }

    /// <summary>What is served; an earlier version when there is a <see cref="Problem"/>; null when nothing can be.</summary>
    public CachedDocument? Document { get; init; }

    /// <summary>What was served last, kept even when it no longer is: nothing older may follow.</summary>
    public DocumentFacts? LastServed { get; init; }

    /// <summary>Why the current object is not served.</summary>
    public ObjectProblem? Problem { get; init; }

    /// <summary>Why S3 could not be asked at <see cref="CheckedAt"/>.</summary>
    public StoreTrouble? Trouble { get; init; }

    /// <summary>When S3 was asked last.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The document that may be sent now.</summary>
    /// <remarks>
    /// An expired document is only sent when S3 itself confirmed that it is the current object: then the client decides.
    /// Instead of an unreachable or unfit current object, only one that is not expired will do.
    /// </remarks>
    public CachedDocument? Servable(DateTimeOffset now) =>
        Document is { } document && ((Problem is null && Trouble is null) || !document.Facts.IsExpiredAt(now))
            ? document
            : null;

    /// <summary>The entity tag to ask S3 with; null asks for the object whatever it is.</summary>
    /// <remarks>A list refused as older is judged anew once the one that held it back has expired.</remarks>
    public string? UnlessETag(DateTimeOffset now) =>
        Problem?.Kind == ObjectProblemKind.Older && Servable(now) is null ? null : CurrentETag;

    /// <summary>True while S3 need not be asked: it was, a short time ago, or it failed then and there is something to send.</summary>
    public bool IsFresh(DateTimeOffset now, TimeSpan revalidateAfter) =>
        now >= CheckedAt && now - CheckedAt < revalidateAfter && (Trouble is null || Servable(now) is not null);
}

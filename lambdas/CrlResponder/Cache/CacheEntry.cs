using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Cache;

/// <summary>What this instance knows about one key.</summary>
public sealed record CacheEntry
{
    /// <summary>
    /// How long a judgement without a CA certificate that verifies the list counts: a few more requests to S3 are cheap, and
    /// the certificate is usually published minutes after the first list.
    /// </summary>
    public static readonly TimeSpan JudgementLasts = TimeSpan.FromMinutes(5);

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

    /// <summary>When the current object was read and judged last.</summary>
    public DateTimeOffset JudgedAt { get; init; }

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
    /// <remarks>
    /// A list that another one held back, or its date, is judged anew once that no longer does. One whose signature was not
    /// checked, or did not fit, is judged anew after a while: the CA's certificate may have come to the bucket since.
    /// </remarks>
    public string? UnlessETag(DateTimeOffset now) => Problem?.Kind switch
    {
        ObjectProblemKind.Older or ObjectProblemKind.NotYetValid when Servable(now) is null => null,
        ObjectProblemKind.WrongIssuer when now - JudgedAt >= JudgementLasts => null,
        null when Document?.UnverifiedBecause is not null && now - JudgedAt >= JudgementLasts => null,
        _ => CurrentETag,
    };

    /// <summary>True while S3 need not be asked: it was, a short time ago, or it failed then and there is something to send.</summary>
    public bool IsFresh(DateTimeOffset now, TimeSpan revalidateAfter) =>
        now >= CheckedAt && now - CheckedAt < revalidateAfter && (Trouble is null || Servable(now) is not null);
}

using Infra.TrustManager.Admission;

namespace Infra.TrustManager.Memory;

/// <summary>What we did to one directory; Directory Service itself cannot tell whose a certificate is.</summary>
/// <remarks>Written before and after each effect, so that no interruption leaves a certificate without an owner.</remarks>
public sealed record TrustMemory
{
    /// <summary>
    /// Version of this document that this code reads. A new member with a default needs no new version; a change that
    /// an older function would misread does.
    /// </summary>
    public const int CurrentVersion = 1;

    /// <summary>
    /// Entries of the history that are kept; the oldest go first. A directory has some ten a year; each is about 200 bytes.
    /// </summary>
    public const int MaxHistory = 1000;

    /// <summary>How many entries of the history may be notices of what was seen in a source.</summary>
    public const int MaxNotices = 200;

    public int Version { get; init; } = CurrentVersion;

    public required TrustOwner Owner { get; init; }

    /// <summary>In the order of their registration.</summary>
    public IReadOnlyList<RememberedCertificate> Certificates { get; init; } = [];

    /// <summary>The features that we switched on.</summary>
    public IReadOnlyList<RememberedFeature> Features { get; init; } = [];

    /// <summary>The last request that was fulfilled; null until the first one is.</summary>
    public SettledTrust? Settled { get; init; }

    /// <summary>The request that is being worked on, or that failed; null once it is fulfilled.</summary>
    public TrustAttempt? Attempt { get; init; }

    /// <summary>Who works on the directory now; null when nobody does.</summary>
    public TrustLease? Lease { get; init; }

    /// <summary>Null when nobody holds the directory.</summary>
    public DirectoryHold? Hold { get; init; }

    /// <summary>What was done and what happened, oldest first; at most <see cref="MaxHistory"/>.</summary>
    public IReadOnlyList<HistoryEntry> History { get => field ?? []; init; } = [];

    /// <summary>What others registered, as far as runs saw it; null until one looked.</summary>
    public IReadOnlyList<ForeignCertificate>? Foreign { get; init; }

    /// <summary>Changes that somebody made by hand lately, oldest first.</summary>
    public IReadOnlyList<DriftEntry> Drift { get => field ?? []; init; } = [];

    /// <summary>What the sources list and is not registered.</summary>
    public IReadOnlyList<WithheldEntry> Withheld { get => field ?? []; init; } = [];

    /// <summary>What operators approved and rejected, for as long as it matters.</summary>
    public IReadOnlyList<AdmissionDecision> Decisions { get => field ?? []; init; } = [];

    /// <summary>Certificates of trust anchors that the environment file names by thumbprint.</summary>
    public IReadOnlyList<KeptAnchor> Anchors { get => field ?? []; init; } = [];

    /// <summary>Messages whose trouble still lasts.</summary>
    public IReadOnlyList<SentMessage> Sent { get => field ?? []; init; } = [];

    /// <summary>The last run that ended otherwise than the one before it, or changed something; null until one ran.</summary>
    public RunRecord? LastRun { get; init; }

    /// <summary>The resource was deleted; what an earlier version says is history.</summary>
    public bool Closed { get; init; }
}

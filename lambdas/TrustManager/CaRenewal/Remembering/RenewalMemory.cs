using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>What is known of a CA's certificates over time; Private CA itself keeps only the newest.</summary>
public sealed record RenewalMemory
{
    /// <summary>
    /// Version of this document that this code reads. A new member with a default needs no new version; a change that
    /// an older function would misread does.
    /// </summary>
    public const int CurrentVersion = 1;

    /// <summary>Entries of the history that are kept; the oldest go first. A CA has one or two in a year.</summary>
    public const int MaxHistory = 500;

    /// <summary>Former certificates that are kept; one that is renewed yearly has so many in twenty years.</summary>
    public const int MaxCertificates = 20;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>The certificate of the CA as last seen; null until it has one.</summary>
    public SeenCertificate? Current { get; init; }

    /// <summary>Certificates that the CA had before, oldest first.</summary>
    public IReadOnlyList<SeenCertificate> Earlier { get => field ?? []; init; } = [];

    /// <summary>
    /// Certificates that are in the stores of Active Directory, as far as people said so, oldest first. The first one
    /// that was ever seen counts: the deployment guide has it published before anybody signs in.
    /// </summary>
    public IReadOnlyList<SeenCertificate> KnownToWindows { get => field ?? []; init; } = [];

    /// <summary>Null unless a renewal was begun and has not ended.</summary>
    public RenewalAttempt? Attempt { get; init; }

    /// <summary>
    /// Since when the CA above could not be read for a reason that passes by itself as a rule; null while it can.
    /// </summary>
    public DateTimeOffset? ParentUnreadSince { get; init; }

    /// <summary>Null unless a run issued a certificate so that Private CA writes the CRL.</summary>
    public TriggeredCrl? TriggeredCrl { get; init; }

    /// <summary>What was done and what happened, oldest first; at most <see cref="MaxHistory"/>.</summary>
    public IReadOnlyList<HistoryEntry> History { get => field ?? []; init; } = [];

    /// <summary>Messages whose trouble still lasts.</summary>
    public IReadOnlyList<SentMessage> Sent { get => field ?? []; init; } = [];

    /// <summary>The last run that ended otherwise than the one before it, or changed something; null until one ran.</summary>
    public RunRecord? LastRun { get; init; }

    /// <summary>True while desktops and domain controllers do not know the CA's certificate.</summary>
    public bool WindowsTrustPending =>
        Current is { } current && KnownToWindows.All(known => known.Thumbprint != current.Thumbprint);
}

/// <summary>A certificate was issued so that Private CA writes the CRL.</summary>
/// <param name="Url">The CRL that the certificate names; null where it names none.</param>
/// <param name="At">The moment of the run.</param>
public sealed record TriggeredCrl(string? Url, DateTimeOffset At);

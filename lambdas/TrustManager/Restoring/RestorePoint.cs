using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>
/// What a CA's revocation settings were before a resource changed them, kept where its Delete finds it.
/// </summary>
/// <remarks>
/// Written before the first change and before every later one, so that no interruption leaves a change without a way
/// back.
/// </remarks>
public sealed record RestorePoint
{
    /// <summary>
    /// Version of this document that this code reads. A new member with a default needs no new version; a change that
    /// an
    /// older function would misread does.
    /// </summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required RestorePointOwner Owner { get; init; }

    public required RevocationSettings Previous { get; init; }

    /// <summary>What the owner last saw in force; null until its first change is done.</summary>
    public CrlSettings? Applied { get; init; }

    /// <summary>What the owner was about to put in force; null when nothing is under way.</summary>
    public CrlSettings? Applying { get; init; }

    /// <summary>What the owner had in force before <see cref="Applied"/>: a rollback goes back there.</summary>
    public CrlSettings? Replaced { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether the owner puts the earlier settings back when it is deleted.</summary>
    public bool RestoreOnDelete { get; init; } = true;

    /// <summary>When the owner was deleted without being able to put them back; null as a rule.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>True when the owner put these settings in force.</summary>
    public bool IsOurs(CrlSettings settings) => settings.IsSameAs(Applied) || settings.IsSameAs(Applying);

    /// <summary>The owner has had these settings in force, now or before the last change.</summary>
    public bool HasHad(CrlSettings settings) => settings.IsSameAs(Applied) || settings.IsSameAs(Replaced);

    /// <summary>The point after its owner has seen these settings in force.</summary>
    public RestorePoint Confirmed(CrlSettings settings) => this with
    {
        Replaced = Applied is { } before && !before.IsSameAs(settings) ? before : Replaced,
        Applied = settings,
        Applying = null,
    };
}

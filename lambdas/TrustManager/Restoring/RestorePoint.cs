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

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>True when the owner put these settings in force.</summary>
    public bool IsOurs(CrlSettings settings) => settings.IsSameAs(Applied) || settings.IsSameAs(Applying);
}

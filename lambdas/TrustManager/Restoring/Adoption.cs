using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Decides, before anything is changed, what to keep of a CA's earlier settings.</summary>
public sealed record Adoption
{
    private static readonly DateTimeOffset RecordedLater = DateTimeOffset.MaxValue;

    public required RestorePointOwner Owner { get; init; }

    /// <summary>The restore point that is there already.</summary>
    public RestorePoint? Existing { get; init; }

    /// <summary>True when that lies in a bucket that the resource is moving away from.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The CA's settings now.</summary>
    public required RevocationSettings Current { get; init; }

    public required CrlSettings Desired { get; init; }

    /// <summary>True when this request makes the resource, false when the resource managed this CA before it.</summary>
    public required bool TakesOver { get; init; }

    /// <summary>Whether Delete puts the earlier settings back.</summary>
    public bool RestoreOnDelete { get; init; } = true;

    /// <summary>What Delete is to put back; null when that is not known.</summary>
    public CrlSettings? Previous => PointToSave(RecordedLater)?.Previous.Crl;

    /// <summary>The restore point to write; null when what was there before is not known any more.</summary>
    /// <remarks>
    /// Settings that are our own are never recorded as what was there before, whatever was interrupted when.
    /// </remarks>
    public RestorePoint? PointToSave(DateTimeOffset now)
    {
        var kept = Existing is { } point && (!TakesOver || IsStillInForce(point)) ? point
            : TakesOver ? new RestorePoint { Owner = Owner, Previous = Current, RecordedAt = now }
            : null;
        return kept is null ? null
            : Current.Crl.IsSameAs(Desired) ? kept.Confirmed(Desired) with
            {
                Owner = Owner,
                RestoreOnDelete = RestoreOnDelete,
                LeftAt = null,
            }
            : kept with
            {
                Owner = Owner,
                RestoreOnDelete = RestoreOnDelete,
                LeftAt = null,
                Applied = kept.IsOurs(Current.Crl) ? Current.Crl : kept.Applied,
                Applying = Desired,
            };
    }

    /// <summary>The other resource that has this CA in its care, or null.</summary>
    public RestorePointOwner? OtherOwner() =>
        Existing is { LeftAt: null } point && point.Owner != Owner && point.IsOurs(Current.Crl) ? point.Owner : null;

    /// <summary>
    /// True when the CA is as the restore point's owner left it, or found it; an owner that was deleted without giving the
    /// CA back is followed by this resource, which then gives back what was there first.
    /// </summary>
    private bool IsStillInForce(RestorePoint point) =>
        (point.Owner == Owner || point.LeftAt is not null) && (point.IsOurs(Current.Crl) || Current.Crl.IsSameAs(point.Previous.Crl));
}

using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Decides what Delete does about a CA's revocation settings.</summary>
/// <param name="PutBack">Settings to put in force; null leaves the CA as it is.</param>
/// <param name="RemovePoint">Whether the restore point has served its purpose.</param>
/// <param name="Says">What a person should know; null when everything is as it was before.</param>
public sealed record Restoration(CrlSettings? PutBack, bool RemovePoint, string? Says)
{
    public static Restoration Of(
        RestorePoint? point, RestorePointOwner owner, CrlSettings current, bool restoreOnDelete) =>
        point switch
        {
            null => new Restoration(
                null,
                RemovePoint: false,
                "The CA's CRL settings were left as they are: nothing is recorded of what was there before."),
            _ when point.Owner != owner => new Restoration(
                null,
                RemovePoint: false,
                $"The CA's CRL settings were left as they are: {point.Owner} manages them now."),
            _ when !restoreOnDelete => new Restoration(
                null,
                RemovePoint: true,
                "The CA's CRL settings were left as they are, as certificateAuthority.restoreOnDelete asks."),
            _ when current.IsSameAs(point.Previous.Crl) => new Restoration(null, RemovePoint: true, null),
            _ when point.IsOurs(current) => new Restoration(point.Previous.Crl, RemovePoint: true, null),
            _ => new Restoration(
                null,
                RemovePoint: true,
                "The CA's CRL settings were left as they are: someone changed them since this stack did. "
                    + "The function's log has what was there before, to put back by hand."),
        };
}

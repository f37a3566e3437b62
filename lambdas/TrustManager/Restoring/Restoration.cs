using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Decides what Delete does about a CA's revocation settings.</summary>
/// <param name="PutBack">Settings to put in force; null leaves the CA as it is.</param>
/// <param name="LetGo">Whether restore point and tag have served their purpose.</param>
/// <param name="Says">What a person should know; null when everything is as it was before.</param>
public sealed record Restoration(CrlSettings? PutBack, bool LetGo, string? Says)
{
    /// <summary>Whether the earlier settings were to be put back, and could not be.</summary>
    public bool IsLeft { get; private init; }

    /// <summary>Nothing could be put back: the CA stays as it is, and so do restore point and tag.</summary>
    public static Restoration Left(string why, RestoreTarget target) => new(
        null,
        LetGo: false,
        $"CA {target.Ca.CaId} was left as it is and goes on publishing to bucket '{target.Bucket}': {why} What it had "
            + $"before stays in s3://{target.Bucket}/{RestorePointKey.For(target.Ca.CaId)}, and the CA keeps its tag "
            + $"{CaHolderTag.Key}. 'A CA whose stack no longer exists' in docs/runbook.md says how to put it back by hand.")
    {
        IsLeft = true,
    };

    /// <param name="ca">The CA; null when Private CA knows no such CA.</param>
    /// <param name="holder">The stack that holds the CA, or null.</param>
    public static Restoration Of(
        RestorePoint? point,
        RestorePointOwner owner,
        CertificateAuthority? ca,
        string? holder,
        RestoreTarget target) =>
        (point, ca) switch
        {
            (_, null) => new Restoration(
                null, LetGo: point?.Owner == owner, "The CA is gone, and its restore point with it."),
            _ when holder is not null && holder != owner.StackId => new Restoration(
                null, LetGo: false, $"The CA's CRL settings were left as they are. {HolderText.Of(ca, holder)}"),
            (null, _) => new Restoration(
                null,
                LetGo: true,
                "The CA's CRL settings were left as they are: nothing is recorded of what was there before."),
            _ when point.Owner != owner => new Restoration(
                null,
                LetGo: false,
                $"The CA's CRL settings were left as they are: {point.Owner} manages them now."),
            _ when !target.RestoreOnDelete => new Restoration(
                null,
                LetGo: true,
                "The CA's CRL settings were left as they are, as certificateAuthority.restoreOnDelete asks."),
            _ when ca.Revocation.Crl.IsSameAs(point.Previous.Crl) => new Restoration(null, LetGo: true, null),
            _ when !ca.TakesChanges => Left(
                $"it is {ca.Status}, and its CRL settings can be changed while it is ACTIVE or DISABLED.", target),
            _ when point.IsOurs(ca.Revocation.Crl) => new Restoration(point.Previous.Crl, LetGo: true, null),
            _ => new Restoration(
                null,
                LetGo: true,
                "The CA's CRL settings were left as they are: someone changed them since this stack did. "
                    + "The function's log has what was there before, to put back by hand."),
        };
}

namespace Infra.TrustManager.Revocation;

/// <summary>Decides what to change about a CA's revocation settings.</summary>
public static class RevocationPlan
{
    /// <summary>
    /// The steps from the present settings to the desired CRL settings; none when they mean the same.
    /// </summary>
    /// <remarks>
    /// What happens to a part that is left out of the call is not documented, so each step carries the whole: the CRL
    /// settings and the OCSP settings as they were read.
    /// </remarks>
    public static IReadOnlyList<RevocationStep> Between(RevocationSettings current, CrlSettings desired) =>
        current.Crl.IsSameAs(desired)
            ? []
            : [new RevocationStep(current, current with { Crl = desired.Enabled ? desired : CrlSettings.Disabled })];
}

using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Restoring;

namespace Infra.TrustManager.Revocation;

/// <summary>Decides whether a request changes a CA, leaves it as it is, or is refused.</summary>
/// <param name="Refusal">Why the request fails; null when it does not.</param>
/// <param name="LeftAlone">Why the request succeeds without a change; null when it changes the CA.</param>
/// <remarks>
/// A rollback is an Update like any other, and a stack whose rollback fails is stuck in <c>UPDATE_ROLLBACK_FAILED</c>.
/// So an Update to settings that the CA has, or that this resource had in force before, never fails because of the CA.
/// </remarks>
public sealed record ChangeDecision(string? Refusal, string? LeftAlone)
{
    /// <param name="obstacle">What stands in the way of a change; null for nothing.</param>
    /// <param name="managed">Whether the resource managed this CA before the request.</param>
    /// <param name="current">The CA's settings; null when they cannot be read.</param>
    /// <param name="point">What is kept of the CA; null when that is lost, and so what was in force before.</param>
    public static ChangeDecision Of(
        string? obstacle, bool managed, CrlSettings? current, CrlSettings desired, RestorePoint? point) =>
        obstacle is null ? new ChangeDecision(null, null)
        : managed && (desired.IsSameAs(current) || (point?.HasHad(desired) ?? true))
            ? new ChangeDecision(null, $"{obstacle} This update succeeded, since it asks for nothing new.")
            : new ChangeDecision(obstacle, null);

    /// <summary>What stands in the way of changing a CA, or null.</summary>
    /// <param name="ca">Null when Private CA knows no such CA.</param>
    /// <param name="holder">The stack that holds the CA, or null.</param>
    public static string? Obstacle(CaArn arn, CertificateAuthority? ca, string? holder, ResourceWork work) =>
        ca is null
            ? $"CA {arn.CaId} was not found in this account and Region. Nothing was changed. Name another CA in the "
                + "environment file."
            : holder is not null && holder != work.Request.Address.StackId
                ? $"{HolderText.Of(ca, holder)} Nothing was changed."
                : CaReadiness.Problem(ca);
}

using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>One way in which a successor differs from the present certificate.</summary>
/// <param name="Change">What allows it.</param>
/// <param name="Text">What the successor has: <c>path length 0 instead of 1</c>.</param>
internal sealed record SuccessorDifference(RenewalChange Change, string Text)
{
    /// <summary>What a certificate of these settings would differ in, before anything is ordered.</summary>
    /// <param name="parent">The certificate of the CA above; null for a root, and where it is not known.</param>
    public static IReadOnlyList<SuccessorDifference> Expected(
        ParsedCertificate present, ParsedCertificate? parent, ReissueSettings settings) =>
    [
        .. CaLimits.Of(present).To(SuccessorProfile.For(present, settings).Limits),
        .. parent is null ? [] : OfIssuer(present, parent),
    ];

    /// <summary>What it does differ in.</summary>
    /// <param name="issuer">The one that issued the successor; null for a root, and without a chain.</param>
    public static IReadOnlyList<SuccessorDifference> Found(
        ParsedCertificate present, ParsedCertificate successor, ParsedCertificate? issuer) =>
    [
        .. CaLimits.Of(present).To(CaLimits.Of(successor)),
        .. issuer is null ? [] : OfIssuer(present, issuer),
    ];

    private static IEnumerable<SuccessorDifference> OfIssuer(ParsedCertificate present, ParsedCertificate issuer)
    {
        if (!issuer.Subject.IsSameAs(present.Issuer))
        {
            yield return new SuccessorDifference(
                RenewalChange.Issuer,
                $"\"{issuer.Subject}\" as its issuer, which did not issue the present certificate: "
                    + $"\"{present.Issuer}\" did");
        }
        else if (IssuerSignature.Verifies(issuer, present) == false)
        {
            yield return new SuccessorDifference(
                RenewalChange.Issuer,
                $"another CA of the name \"{issuer.Subject}\" as its issuer, whose key did not issue the present "
                    + "certificate");
        }
    }
}

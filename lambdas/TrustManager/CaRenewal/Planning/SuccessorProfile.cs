using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>What the certificate that is ordered will have: as the present one, as far as a template can.</summary>
/// <param name="Template">Name of the template, without its version.</param>
/// <param name="Limits">What the certificate has by it.</param>
internal sealed record SuccessorProfile(string Template, CaLimits Limits)
{
    /// <summary>The widest path length of a template for a subordinate CA; none is without a limit.</summary>
    public const int MaxPathLength = 3;

    /// <remarks>
    /// Private CA user guide, "Template definitions": the template of a root sets no path length and no extension that
    /// limits, those of a subordinate a path length of 0 to 3; with <c>_APIPassthrough</c> also
    /// <see cref="LimitingExtension.IsCarried"/>.
    /// </remarks>
    public static SuccessorProfile For(ParsedCertificate present, ReissueSettings settings)
    {
        if (settings.Parent is null)
        {
            return new SuccessorProfile("RootCACertificate", new CaLimits(null, []));
        }

        var pathLength = settings.PathLength ?? Math.Min(present.PathLength ?? MaxPathLength, MaxPathLength);
        CarriedExtension[] carried =
        [
            .. LimitingExtension.All
                .Where(extension => extension.IsCarried)
                .Select(extension => extension.In(present))
                .OfType<CarriedExtension>()
                .Where(extension => extension.Value.Length <= CarriedExtension.MaxLength),
        ];
        return new SuccessorProfile(
            $"SubordinateCACertificate_PathLen{pathLength}{(carried.Length > 0 ? "_APIPassthrough" : "")}",
            new CaLimits(pathLength, carried));
    }
}

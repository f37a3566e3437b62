using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>What a CA certificate says about the certificates below it.</summary>
/// <param name="PathLength">How many CAs may follow below; null without a limit.</param>
/// <param name="Extensions">Those of <see cref="LimitingExtension.All"/> that it has.</param>
internal sealed record CaLimits(int? PathLength, IReadOnlyList<CarriedExtension> Extensions)
{
    public static CaLimits Of(ParsedCertificate certificate) => new(
        certificate.PathLength,
        [.. LimitingExtension.All.Select(one => one.In(certificate)).OfType<CarriedExtension>()]);

    /// <summary>
    /// How a successor differs in what must not change: a wider path length leaves all below valid; the extensions are
    /// the same, or not.
    /// </summary>
    public IEnumerable<SuccessorDifference> To(CaLimits successor)
    {
        if (successor.PathLength is { } limit && !(PathLength <= limit))
        {
            yield return new SuccessorDifference(
                RenewalChange.PathLength, $"path length {limit} instead of {Describe(PathLength)}");
        }

        foreach (var extension in LimitingExtension.All)
        {
            if (Difference(extension.Name, Find(extension), successor.Find(extension)) is { } difference)
            {
                yield return new SuccessorDifference(extension.Change, difference);
            }
        }
    }

    public static string Describe(int? pathLength) => pathLength is { } limit ? $"{limit}" : "unlimited";

    private static string? Difference(string name, CarriedExtension? present, CarriedExtension? successor) =>
        (present, successor) switch
        {
            _ when present == successor => null,
            (_, null) => $"no {name}, which the present one has",
            (null, _) => $"{name}, which the present one does not have",
            _ => $"other {name}",
        };

    private CarriedExtension? Find(LimitingExtension extension) =>
        Extensions.FirstOrDefault(one => one.ObjectIdentifier == extension.ObjectIdentifier);
}

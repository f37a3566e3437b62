using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>Rules for one purpose: for sources, for what files hold, for anchors, for the OCSP URL.</summary>
internal static class DirectoryPurposeRules
{
    public static IEnumerable<SettingProblem> Problems(
        string path, DirectoryPurposeSettings purpose, int ceiling, string region) =>
    [
        .. purpose.CertificateSources.SelectMany(
            (source, i) => ArnProblems($"{path}.certificateSources[{i}].certificateAuthorityArn", source, region)),
        .. CertificateProblems(purpose, ceiling).Select(problem => new SettingProblem(
            $"{path}.certificateSources", "certificates that the directory could not use as they are",
            "complete chains of CA certificates", problem)),
        .. PurposeAnchorRules.Problems(path, purpose),
        .. (purpose.OcspUrl is { } url ? OcspUrl.Problems(url) : []).Select(problem => new SettingProblem(
            $"{path}.ocspUrl", $"\"{purpose.OcspUrl}\"", "a URL that AD Connector can ask", problem)),
    ];

    /// <summary>A CA of another account can be shared with this one.</summary>
    private static IEnumerable<SettingProblem> ArnProblems(
        string path, CertificateSourceSettings source, string region) =>
        source.CertificateAuthorityArn is { } arn
            ? CertificateAuthorityArn.Problems(path, arn, region, account: null)
            : [];

    private static IReadOnlyList<string> CertificateProblems(DirectoryPurposeSettings purpose, int ceiling) =>
        CaCertificateRules.Problems(
            purpose.IsWhollyFromFiles ? purpose.Certificates : WithIssuersElsewhere(purpose.Certificates), ceiling);

    /// <summary>
    /// The bundle as if nothing were missing: an issuer may come from a source that only the function reads, and it
    /// asks for whole chains then.
    /// </summary>
    private static CaBundle WithIssuersElsewhere(CaBundle bundle) => bundle with
    {
        Certificates =
        [
            .. bundle.Certificates.Select(one => one with { IssuerThumbprint = one.Thumbprint }),
        ],
    };
}

using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>The trust anchors of one purpose, as its list and the files in it give them.</summary>
/// <param name="Anchors">Each once, in the order given.</param>
/// <param name="Problems">Everything that is wrong with an anchor by itself, and repetitions.</param>
public sealed record PurposeAnchors(IReadOnlyList<TrustAnchor> Anchors, IReadOnlyList<SettingProblem> Problems)
{
    /// <param name="list">Where the list stands, such as <c>directories[0].ldaps.trustAnchors</c>.</param>
    /// <param name="settings">The list.</param>
    /// <param name="pemOf">
    /// Name and text of a file, by the path of its setting; null where it cannot be read, which is reported elsewhere.
    /// </param>
    public static PurposeAnchors Read(
        string list,
        IReadOnlyList<TrustAnchorSettings> settings,
        Func<string, string, (string Source, string Pem)?> pemOf)
    {
        var anchors = new Dictionary<string, (TrustAnchor Anchor, string Path)>(StringComparer.Ordinal);
        var problems = new List<SettingProblem>();
        for (var i = 0; i < settings.Count; i++)
        {
            if (CertificateThumbprint.TryParse(settings[i].Sha256, out var thumbprint))
            {
                Add($"{list}[{i}].sha256", new TrustAnchor(thumbprint, null));
            }
            else if (settings[i].PemFile is { } file && pemOf($"{list}[{i}].pemFile", file) is { } text)
            {
                AddFile($"{list}[{i}].pemFile", CaBundle.Read([text]));
            }
        }

        return new PurposeAnchors([.. anchors.Values.Select(one => one.Anchor)], problems);

        void AddFile(string path, CaBundle bundle)
        {
            problems.AddRange(bundle.Problems.Select(problem => Unfit(path, problem)));
            foreach (var certificate in bundle.Certificates)
            {
                problems.AddRange(TrustAnchorRules.Problems(certificate)
                    .Select(problem => Unfit(path, $"{bundle.Describe(certificate)} {problem}.")));
                Add(path, TrustAnchor.Of(certificate));
            }
        }

        void Add(string path, TrustAnchor anchor)
        {
            if (!anchors.TryAdd(anchor.Thumbprint, (anchor, path)))
            {
                problems.Add(new SettingProblem(
                    path, $"SHA-256 {anchor.Thumbprint} a second time", "each anchor once",
                    $"{anchors[anchor.Thumbprint].Path} pins it already. Remove one of the two."));
            }
        }
    }

    private static SettingProblem Unfit(string path, string problem) =>
        new(path, "a certificate that cannot be an anchor", "certificates of CAs that may sign certificates", problem);
}

using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>The key prefixes that the function serves, and so the only ones it may read.</summary>
/// <param name="CustomPath">Folder of partitioned CRLs; null when CRLs are complete.</param>
public sealed record ServedPrefixes(string? CustomPath)
{
    /// <summary>Where AWS Private CA puts complete CRLs, as <c>crl/&lt;CA id&gt;.crl</c>. No setting moves it.</summary>
    internal const string CompleteCrls = "crl/";

    /// <summary>Where CA certificates lie that certificates point to as their issuer (authority information access).</summary>
    public const string CaCertificates = StatePrefixes.CaCertificates;

    /// <summary>
    /// With a custom path, complete CRLs stay served: certificates issued before the change name them until they expire.
    /// </summary>
    public IReadOnlyList<string> Crls => CustomPath is null
        ? [CompleteCrls]
        : [.. new[] { CompleteCrls, $"{CustomPath}/" }.Distinct()];

    /// <summary>Patterns of the keys of one CA's certificates: its own, then those above it, numbered from the issuer up.</summary>
    public static string[] CertificatesOf(string authorityId) =>
        [$"{CaCertificates}{authorityId}.cer", $"{CaCertificates}{authorityId}-chain-*"];

    public IEnumerable<string> All => Crls.Append(CaCertificates);
}

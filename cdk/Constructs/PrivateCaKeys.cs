namespace Infra.Cdk.Constructs;

/// <summary>The keys that AWS Private CA writes to in a CRL bucket, and so the ones that its caller must be able to write.</summary>
/// <remarks>
/// Private CA takes a bucket only from a caller that may write there itself (API Reference, CrlConfiguration). The test
/// object in the root, <c>acm-pca-permission-test-key</c> with or without <c>-private</c>, is documented (Private CA User
/// Guide, "Planning a CRL" and "Encrypting your CRLs"). UNVERIFIED: that it tries no other key. Where it does, the failed
/// deployment says so, and the key is added here.
/// </remarks>
internal static class PrivateCaKeys
{
    private const string TestObjects = "acm-pca-permission-test-key*";

    /// <summary>Patterns of keys.</summary>
    /// <param name="folders">Folders of partitioned CRLs; null for none.</param>
    public static IReadOnlyList<string> In(params string?[] folders) =>
    [
        .. folders.OfType<string>().Select(folder => $"{folder}/*").Prepend($"{ServedPrefixes.CompleteCrls}*").Distinct(),
        TestObjects,
    ];
}

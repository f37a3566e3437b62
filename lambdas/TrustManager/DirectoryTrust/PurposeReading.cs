using System.Globalization;
using System.Text.RegularExpressions;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Checks property <c>SmartCard</c> or <c>Ldaps</c> of <c>Custom::DirectoryTrust</c>.</summary>
internal static partial class PurposeReading
{
    /// <summary>Largest ceiling that makes sense, ten times what AWS documents: beyond it is a slip of a key.</summary>
    private const int MaxCeiling = 1000;

    /// <summary>Everything that is wrong, each a sentence without a full stop.</summary>
    /// <param name="read">The property.</param>
    /// <param name="name">Its name.</param>
    public static IEnumerable<string> Problems(PurposeProperties read, string name) =>
    [
        .. OwnProblems(read, name),
        .. NullProblems(read, name),
        .. SourceProblems(read, name),
        .. AnchorProblems(read, name),
    ];

    /// <summary>A list of texts may hold <c>null</c>, which its type does not say.</summary>
    private static IEnumerable<string> NullProblems(PurposeProperties read, string name) =>
        from list in new (IReadOnlyList<string?> Values, string Name, string Allowed)[]
        {
            (read.Certificates, nameof(read.Certificates), "PEM text of CA certificates"),
            (read.CertificateAuthorityArns, nameof(read.CertificateAuthorityArns), "the ARN of a CA"),
            (read.AllowGapFor, nameof(read.AllowGapFor), "a thumbprint or a common name"),
        }
        from entry in list.Values.Select((value, i) => (Value: value, Name: $"{name}.{list.Name}[{i}]"))
        where entry.Value is null
        select $"{entry.Name} is null; it must be {list.Allowed}";

    private static IEnumerable<string> OwnProblems(PurposeProperties read, string name)
    {
        if (!bool.TryParse(read.Enabled, out _))
        {
            yield return $"{name}.Enabled is '{read.Enabled}'; it must be true or false";
        }

        if (read.Ceiling is { } ceiling
            && !(int.TryParse(ceiling, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= MaxCeiling))
        {
            yield return $"{name}.Ceiling is '{ceiling}'; it must be a whole number from 1 to {MaxCeiling}";
        }
    }

    /// <summary>A source without its owner would be read whoever has the bucket by now.</summary>
    private static IEnumerable<string> SourceProblems(PurposeProperties read, string name) =>
        from source in read.S3Sources.Select((place, i) => (Place: place, Name: $"{name}.S3Sources[{i}]"))
        where source.Place?.BucketOwner is not { } owner || !Account().IsMatch(owner)
        select $"{source.Name}.BucketOwner is {(source.Place?.BucketOwner is { } seen ? $"'{seen}'" : "missing")}; it "
            + "must be the 12 digits of the account that the bucket belongs to";

    private static IEnumerable<string> AnchorProblems(PurposeProperties read, string name) =>
        read is { S3Sources.Count: > 0, TrustAnchors.Count: 0 }
            ? [$"{name}.TrustAnchors is missing; a purpose with S3Sources needs 1 to {TrustAnchor.MaxCount}, or whoever may "
                + "write to the bucket decides whom the directory trusts"]
            : read.TrustAnchors.Count > TrustAnchor.MaxCount
            ? [$"{name}.TrustAnchors has {read.TrustAnchors.Count} entries; at most {TrustAnchor.MaxCount} are read"]
            : read.TrustAnchors.SelectMany((text, i) => AnchorProblems(text, $"{name}.TrustAnchors[{i}]"));

    private static List<string> AnchorProblems(string text, string name)
    {
        List<string> problems = [];
        _ = TrustAnchor.Read(name, text, problems);
        return problems;
    }

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex Account();
}

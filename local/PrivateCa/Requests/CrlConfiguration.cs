using System.Text.Json.Nodes;

namespace Infra.Local.PrivateCa.Requests;

/// <summary>Whether, where and how long a CA publishes its CRL.</summary>
public sealed record CrlConfiguration
{
    /// <summary>ACL of the CRL object when the request names none; service model, <c>S3ObjectAcl</c>.</summary>
    private const string DefaultAcl = "PUBLIC_READ";

    private const string PathSegment = "[-a-zA-Z0-9;?:@&=+$,%_.!~*()']+";

    private static readonly string[] OwnMembers =
    [
        "ExpirationInDays", "CustomCname", "S3BucketName", "S3ObjectAcl", "CrlDistributionPointExtensionConfiguration",
        "CrlType", "CustomPath",
    ];

    public static CrlConfiguration Off { get; } = new() { Enabled = false };

    public required bool Enabled { get; init; }

    /// <summary>Days from thisUpdate to nextUpdate, 1 to 5000.</summary>
    public int ExpirationInDays { get; init; }

    /// <summary>Host, with or without port, that certificates name instead of the bucket; null for the bucket.</summary>
    public string? CustomCname { get; init; }

    public string S3BucketName { get; init; } = string.Empty;

    /// <summary><c>PUBLIC_READ</c> or <c>BUCKET_OWNER_FULL_CONTROL</c>.</summary>
    public string S3ObjectAcl { get; init; } = DefaultAcl;

    /// <summary>True when certificates carry no CRL distribution point.</summary>
    public bool OmitExtension { get; init; }

    /// <summary>Whether certificates are spread over several CRLs: <c>CrlType</c> is <c>PARTITIONED</c> instead of <c>COMPLETE</c>.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>Folder of the CRL in the bucket; null for <c>crl</c>.</summary>
    public string? CustomPath { get; init; }

    public static CrlConfiguration Read(MemberReader reader)
    {
        var crl = new CrlConfiguration
        {
            Enabled = reader.RequiredFlag("Enabled"),
            ExpirationInDays = (int)(reader.Number("ExpirationInDays", 1, 5000) ?? 0),
            CustomCname = NullIfEmpty(reader.Text("CustomCname", 0, 253, "[-a-zA-Z0-9;/?:@&=+$,%_.!~*()']*")),
            S3BucketName = reader.Text("S3BucketName", 3, 255, "[-a-zA-Z0-9._/]+") ?? string.Empty,
            S3ObjectAcl = reader.OneOf("S3ObjectAcl", DefaultAcl, "BUCKET_OWNER_FULL_CONTROL") ?? DefaultAcl,
            OmitExtension = reader.Structure("CrlDistributionPointExtensionConfiguration")?.RequiredFlag("OmitExtension") ?? false,
            IsPartitioned = reader.OneOf("CrlType", "COMPLETE", "PARTITIONED") == "PARTITIONED",
            CustomPath = NullIfEmpty(reader.Text("CustomPath", 0, 253, $"({PathSegment}(/{PathSegment})*)?")),
        };
        reader.ThrowIfInvalid();
        if (crl.Problems(reader.Document).ToList() is { Count: > 0 } problems)
        {
            throw PrivateCaErrors.InvalidArgs($"Invalid CRL configuration: {string.Join("; ", problems)}.");
        }

        return crl;
    }

    /// <summary>As descriptions show it.</summary>
    public JsonObject ToJson()
    {
        if (!Enabled)
        {
            return new JsonObject { [nameof(Enabled)] = false };
        }

        var document = new JsonObject
        {
            [nameof(Enabled)] = true,
            [nameof(ExpirationInDays)] = ExpirationInDays,
            [nameof(S3BucketName)] = S3BucketName,
            [nameof(S3ObjectAcl)] = S3ObjectAcl,
            ["CrlDistributionPointExtensionConfiguration"] = new JsonObject { [nameof(OmitExtension)] = OmitExtension },
            ["CrlType"] = IsPartitioned ? "PARTITIONED" : "COMPLETE",
        };
        if (CustomCname is not null)
        {
            document[nameof(CustomCname)] = CustomCname;
        }

        if (CustomPath is not null)
        {
            document[nameof(CustomPath)] = CustomPath;
        }

        return document;
    }

    private IEnumerable<string> Problems(JsonObject document)
    {
        if (!Enabled)
        {
            if (Array.Find(OwnMembers, name => document[name] is not null) is { } extra)
            {
                yield return $"Enabled is false and {extra} is given; send Enabled alone to switch CRLs off";
            }

            yield break;
        }

        if (ExpirationInDays == 0 || S3BucketName.Length == 0)
        {
            yield return "Enabled is true, so both ExpirationInDays and S3BucketName must be given";
        }

        if (OmitExtension && CustomCname is not null)
        {
            yield return $"OmitExtension is true and CustomCname is '{CustomCname}'; certificates without the extension "
                + "have no place for a name, so leave one out";
        }

        if (CustomCname?.Contains("://", StringComparison.Ordinal) == true)
        {
            yield return $"CustomCname is '{CustomCname}'; it must have no protocol prefix such as http://";
        }
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Operations;

/// <summary>ListObjectsV2, ListObjects and ListObjectVersions.</summary>
public sealed class BucketListings(ObjectStore store, S3Access access)
{
    public Task ListV2Async(S3Exchange exchange)
    {
        var token = exchange.Query("continuation-token");
        var after = token is null ? exchange.Query("start-after") ?? string.Empty : Decode(token);
        var page = CurrentObjects(exchange, after);
        return WriteAsync(
            exchange,
            "ListBucketResult",
            page,
            Element("KeyCount", page.Items.Count + page.CommonPrefixes.Count),
            Element("StartAfter", Encoded(exchange, exchange.Query("start-after"))),
            Element("ContinuationToken", token),
            Element("NextContinuationToken", page.Last is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(page.Last))));
    }

    public Task ListAsync(S3Exchange exchange)
    {
        var marker = exchange.Query("marker") ?? string.Empty;
        var page = CurrentObjects(exchange, marker);
        return WriteAsync(
            exchange,
            "ListBucketResult",
            page,
            new XElement("Marker", Encoded(exchange, marker)),
            Element("NextMarker", exchange.Query("delimiter") is null ? null : Encoded(exchange, page.Last)));
    }

    public Task ListVersionsAsync(S3Exchange exchange)
    {
        var marker = exchange.Query("key-marker") ?? string.Empty;
        var versionMarker = exchange.Query("version-id-marker");
        var bucket = DemandList(exchange, "s3:ListBucketVersions");
        var versions = bucket.Versions.Where(history => string.CompareOrdinal(history.Key, marker) >= 0)
            .SelectMany(history => history.Key == marker ? After(history.Value, versionMarker) : history.Value);
        var page = Page(exchange, versions, marker);
        return WriteAsync(
            exchange,
            "ListVersionsResult",
            page,
            new XElement("KeyMarker", Encoded(exchange, marker)),
            new XElement("VersionIdMarker", versionMarker),
            Element("NextKeyMarker", Encoded(exchange, page.Last)),
            Element("NextVersionIdMarker", page.Last is null ? null : page.Items.LastOrDefault(v => v.Key == page.Last)?.VersionId));
    }

    private Listing CurrentObjects(S3Exchange exchange, string after)
    {
        var bucket = DemandList(exchange, "s3:ListBucket");
        var current = bucket.Versions.Values.Select(versions => versions[0])
            .Where(version => !version.IsDeleteMarker && string.CompareOrdinal(version.Key, after) > 0);
        return Page(exchange, current, after);
    }

    private static Listing Page(S3Exchange exchange, IEnumerable<ObjectVersion> candidates, string after) => Listing.Of(
        candidates, exchange.Query("prefix") ?? string.Empty, exchange.Query("delimiter") ?? string.Empty, after, MaximumKeys(exchange));

    private Bucket DemandList(S3Exchange exchange, string action)
    {
        var bucket = store.Get(exchange.Bucket);
        (string Key, string? Value)[] context =
        [
            ("s3:prefix", exchange.Query("prefix") ?? string.Empty),
            ("s3:delimiter", exchange.Query("delimiter")),
            ("s3:max-keys", exchange.Query("max-keys")),
        ];
        access.DemandOnBucket(exchange.Principal, action, bucket, context.Where(c => c.Value is not null).Select(c => (c.Key, c.Value!)));
        return bucket;
    }

    private Task WriteAsync(S3Exchange exchange, string root, Listing page, params XElement?[] own)
    {
        var bucket = store.Get(exchange.Bucket);
        return exchange.WriteXmlAsync(S3Xml.Root(
            root,
            new XElement("Name", bucket.Name),
            new XElement("Prefix", Encoded(exchange, exchange.Query("prefix"))),
            own,
            new XElement("MaxKeys", MaximumKeys(exchange)),
            Element("Delimiter", Encoded(exchange, exchange.Query("delimiter"))),
            Element("EncodingType", exchange.Query("encoding-type")),
            new XElement("IsTruncated", page.Last is not null),
            page.Items.Select(version => Entry(exchange, bucket, version, isVersionList: root == "ListVersionsResult")),
            page.CommonPrefixes.Select(prefix => new XElement("CommonPrefixes", new XElement("Prefix", Encoded(exchange, prefix))))));
    }

    private static XElement Entry(S3Exchange exchange, Bucket bucket, ObjectVersion version, bool isVersionList) => new(
        isVersionList ? (version.IsDeleteMarker ? "DeleteMarker" : "Version") : "Contents",
        new XElement("Key", Encoded(exchange, version.Key)),
        isVersionList ? new XElement("VersionId", version.VersionId) : null,
        isVersionList ? new XElement("IsLatest", bucket.FindCurrent(version.Key) == version) : null,
        new XElement("LastModified", S3Xml.Timestamp(version.LastModified)),
        version.Content is { } content
            ? new object[]
            {
                new XElement("ETag", content.ETag), new XElement("Size", content.Body.Length), new XElement("StorageClass", "STANDARD"),
            }
            : null);

    private static IEnumerable<ObjectVersion> After(IReadOnlyList<ObjectVersion> versions, string? versionMarker) =>
        versionMarker is null ? [] : versions.SkipWhile(version => version.VersionId != versionMarker).Skip(1);

    private static int MaximumKeys(S3Exchange exchange) => exchange.Query("max-keys") switch
    {
        null => Listing.MaximumKeys,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new AwsException("InvalidArgument", $"max-keys is '{text}'; it must be a whole number from 0 "
            + $"to {int.MaxValue}."),
    };

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new AwsException("InvalidArgument", "The continuation token provided is incorrect; send the one of "
                + "the last answer unchanged.");
    }

    private static XElement? Element(string name, object? value) => value is null ? null : new XElement(name, value);

    private static string? Encoded(S3Exchange exchange, string? key) =>
        key is null ? null : XmlKey.Encode(key, exchange.Query("encoding-type"));
}

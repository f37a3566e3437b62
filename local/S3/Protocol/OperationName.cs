using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Protocol;

/// <summary>Which API operation a method, an address and a query string mean.</summary>
public static class OperationName
{
    /// <summary>Query parameters that select an operation of their own, with the word that the operation's name has for it.</summary>
    private static readonly (string Query, string Word)[] Subresources =
    [
        ("acl", "Acl"),
        ("accelerate", "AccelerateConfiguration"),
        ("analytics", "AnalyticsConfiguration"),
        ("attributes", "Attributes"),
        ("cors", "Cors"),
        ("encryption", "Encryption"),
        ("intelligent-tiering", "IntelligentTieringConfiguration"),
        ("inventory", "InventoryConfiguration"),
        ("legal-hold", "LegalHold"),
        ("lifecycle", "LifecycleConfiguration"),
        ("location", "Location"),
        ("logging", "Logging"),
        ("metrics", "MetricsConfiguration"),
        ("notification", "NotificationConfiguration"),
        ("object-lock", "LockConfiguration"),
        ("ownershipControls", "OwnershipControls"),
        ("policy", "Policy"),
        ("policyStatus", "PolicyStatus"),
        ("publicAccessBlock", "PublicAccessBlock"),
        ("replication", "Replication"),
        ("requestPayment", "RequestPayment"),
        ("restore", "Restore"),
        ("retention", "Retention"),
        ("select", "SelectContent"),
        ("tagging", "Tagging"),
        ("torrent", "Torrent"),
        ("uploads", "MultipartUploads"),
        ("uploadId", "MultipartUploadPart"),
        ("versioning", "Versioning"),
        ("website", "Website"),
    ];

    public static string Of(string method, S3Address address, IQueryCollection query, IHeaderDictionary headers)
    {
        if (address.Bucket is null)
        {
            return HttpMethods.IsGet(method) ? "ListBuckets" : $"{Verb(method)}Service";
        }

        if (Array.Find(Subresources, s => query.ContainsKey(s.Query)) is { Word: { } word })
        {
            return OfSubresource(method, address, word);
        }

        return address.Key is null ? OfBucket(method, query) : OfObject(method, headers);
    }

    private static string OfSubresource(string method, S3Address address, string word)
    {
        // The public access block is the one bucket setting whose operations do not say "Bucket".
        var level = address.Key is not null ? "Object" : word == "PublicAccessBlock" ? string.Empty : "Bucket";
        return Verb(method) + level + word;
    }

    private static string OfBucket(string method, IQueryCollection query) => method switch
    {
        "GET" when query.ContainsKey("versions") => "ListObjectVersions",
        "GET" when query["list-type"] == "2" => "ListObjectsV2",
        "GET" => "ListObjects",
        "HEAD" => "HeadBucket",
        "PUT" => "CreateBucket",
        "DELETE" => "DeleteBucket",
        "POST" when query.ContainsKey("delete") => "DeleteObjects",
        _ => $"{Verb(method)}Bucket",
    };

    private static string OfObject(string method, IHeaderDictionary headers) => method switch
    {
        "PUT" when headers.ContainsKey("x-amz-copy-source") => "CopyObject",
        _ => $"{Verb(method)}Object",
    };

    private static string Verb(string method) => method[..1].ToUpperInvariant() + method[1..].ToLowerInvariant();
}

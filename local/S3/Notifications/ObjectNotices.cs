using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Events;
using Infra.Local.Iam;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Notifications;

/// <summary>What S3 tells EventBridge of the objects of buckets that send events.</summary>
/// <remarks>S3 user guide, "EventBridge event message structure".</remarks>
public sealed class ObjectNotices(EventBus? events, AwsAccount account)
{
    private const string Source = "aws.s3";

    private long _sequence;

    /// <summary>Tells nobody.</summary>
    public static ObjectNotices None { get; } = new(null, new AwsAccount("", ""));

    /// <param name="bucket">Where it is.</param>
    /// <param name="version">The object.</param>
    /// <param name="origin">Who created it.</param>
    /// <param name="reason"><c>PutObject</c> or <c>CopyObject</c>.</param>
    public void Created(
        Bucket bucket, ObjectVersion version, RequestOrigin origin, string reason, DateTimeOffset now) =>
        Publish("Object Created", bucket, version, origin, now, new JsonObject { ["reason"] = reason });

    /// <param name="bucket">Where it was.</param>
    /// <param name="gone">The version that is gone, or the delete marker that hides it.</param>
    /// <param name="origin">Who deleted it.</param>
    /// <param name="reason"><c>DeleteObject</c> or <c>Lifecycle Expiration</c>.</param>
    public void Deleted(
        Bucket bucket,
        ObjectVersion gone,
        RequestOrigin origin,
        string reason,
        bool isMarkerMade,
        DateTimeOffset now) =>
        Publish("Object Deleted", bucket, gone, origin, now, new JsonObject
        {
            ["reason"] = reason,
            ["deletion-type"] = isMarkerMade ? "Delete Marker Created" : "Permanently Deleted",
        });

    private void Publish(
        string detailType,
        Bucket bucket,
        ObjectVersion version,
        RequestOrigin origin,
        DateTimeOffset now,
        JsonObject why)
    {
        if (events is null || !bucket.Settings.SendsEvents)
        {
            return;
        }

        var detail = new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = bucket.Name },
            ["object"] = Described(version, hasSize: detailType == "Object Created"),
            ["request-id"] = origin.RequestId,
            ["requester"] = RequesterOf(origin.Principal),
        };
        if (origin.SourceAddress is { } address)
        {
            detail["source-ip-address"] = address;
        }

        foreach (var (name, value) in why)
        {
            detail[name] = value!.DeepClone();
        }

        events.Publish(new BusEvent(Source, detailType, now, [$"arn:{account.Partition}:s3:::{bucket.Name}"], detail));
    }

    private JsonObject Described(ObjectVersion version, bool hasSize)
    {
        var content = version.Content ?? new ObjectContent(ReadOnlyMemory<byte>.Empty);
        var described = new JsonObject { ["key"] = version.Key };
        if (hasSize)
        {
            described["size"] = content.Body.Length;
        }

        described["etag"] = content.ETag.Trim('"');
        if (version.VersionId != ObjectVersion.NullId)
        {
            described["version-id"] = version.VersionId;
        }

        described["sequencer"] = Interlocked.Increment(ref _sequence).ToString("X16", CultureInfo.InvariantCulture);
        return described;
    }

    private string RequesterOf(Principal principal) => principal switch
    {
        Principal.Administrator administrator => administrator.AccountId,
        Principal.Role role => role.AccountId,
        Principal.Service service => service.Name,
        _ => account.Id,
    };
}

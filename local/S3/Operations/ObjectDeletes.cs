using System.Xml;
using System.Xml.Linq;
using Infra.Local.Endpoint;
using Infra.Local.S3.Notifications;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Operations;

/// <summary>DeleteObject and DeleteObjects.</summary>
public sealed class ObjectDeletes(ObjectStore store, S3Access access)
{
    /// <summary>Most keys in one DeleteObjects; S3 API reference.</summary>
    private const int MaximumKeys = 1000;

    public Task DeleteAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        access.DemandCondition(exchange.Principal, bucket, exchange.Key, exchange.Header("If-Match"));
        var condition = WriteConditions.ForDelete(exchange);
        var gone = Delete(RequestOrigin.Of(exchange), bucket, exchange.Key, exchange.Query("versionId"), condition);
        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        if (gone is not null)
        {
            ObjectHeaders.WriteVersion(exchange.Response, bucket, gone);
        }

        if (gone is { IsDeleteMarker: true })
        {
            exchange.Response.Headers["x-amz-delete-marker"] = "true";
        }

        return Task.CompletedTask;
    }

    public async Task DeleteManyAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        var request = Parse((await UploadBody.ReadAsync(exchange.Request)).Bytes);
        var quiet = Child(request, "Quiet") == "true";
        var origin = RequestOrigin.Of(exchange);
        var results = request.Elements().Where(e => e.Name.LocalName == "Object")
            .Select(entry => DeleteOne(origin, bucket, Child(entry, "Key") ?? string.Empty, Child(entry, "VersionId")))
            .ToList();
        await exchange.WriteXmlAsync(S3Xml.Root("DeleteResult", results.Where(r => !quiet || r.Name.LocalName == "Error")));
    }

    private XElement DeleteOne(RequestOrigin origin, Bucket bucket, string key, string? versionId)
    {
        var named = new XElement("Key", XmlKey.Encode(key));
        var version = versionId is null ? null : new XElement("VersionId", versionId);
        try
        {
            var gone = Delete(origin, bucket, key, versionId);
            return new XElement(
                "Deleted",
                named,
                version,
                gone is { IsDeleteMarker: true } ? new XElement("DeleteMarker", "true") : null,
                gone is { IsDeleteMarker: true } ? new XElement("DeleteMarkerVersionId", gone.VersionId) : null);
        }
        catch (AwsException e)
        {
            // One key's refusal is part of the answer; the others are still deleted.
            return new XElement("Error", named, version, new XElement("Code", e.Code), new XElement("Message", e.Message));
        }
    }

    /// <summary>The delete marker that was made, or the version that is gone; null where nothing is left to tell of.</summary>
    private ObjectVersion? Delete(
        RequestOrigin origin, Bucket bucket, string key, string? versionId, Action<ObjectVersion?>? condition = null)
    {
        var now = store.Clock.GetUtcNow();
        if (versionId is null)
        {
            access.DemandOnObject(origin.Principal, "s3:DeleteObject", bucket, key);
            var before = bucket.FindCurrent(key);
            var marker = bucket.Delete(key, now, condition);
            Tell(bucket, marker ?? before, origin, isMarkerMade: marker is not null, now);
            return marker;
        }

        if (condition is not null)
        {
            throw S3Errors.NotImplemented("If-Match on the delete of one version");
        }

        access.DemandOnObject(origin.Principal, "s3:DeleteObjectVersion", bucket, key, ("s3:VersionId", versionId));
        var gone = bucket.DeleteVersion(key, versionId);
        Tell(bucket, gone, origin, isMarkerMade: false, now);
        return gone;
    }

    private void Tell(Bucket bucket, ObjectVersion? gone, RequestOrigin origin, bool isMarkerMade, DateTimeOffset now)
    {
        if (gone is not null)
        {
            store.Notices.Deleted(bucket, gone, origin, "DeleteObject", isMarkerMade, now);
        }
    }

    private static XElement Parse(byte[] body)
    {
        try
        {
            var root = XElement.Load(new MemoryStream(body));
            var keys = root.Elements().Count(e => e.Name.LocalName == "Object");
            return root.Name.LocalName == "Delete" && keys is > 0 and <= MaximumKeys
                ? root
                : throw Malformed($"it has the root '{root.Name.LocalName}' and {keys} keys; it must be 'Delete' with 1 "
                    + $"to {MaximumKeys}");
        }
        catch (XmlException e)
        {
            throw Malformed(e.Message);
        }
    }

    private static AwsException Malformed(string why) =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema: "
            + $"{why}.");

    private static string? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}

using System.Xml;
using System.Xml.Linq;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;

namespace Infra.Local.S3.Operations;

/// <summary>Get- and PutBucketNotificationConfiguration, of which only EventBridge is emulated.</summary>
public sealed class BucketNotifications(ObjectStore store, S3Access access)
{
    private const string EventBridge = "EventBridgeConfiguration";

    public Task GetAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        access.DemandOnBucket(exchange.Principal, "s3:GetBucketNotification", bucket);
        return exchange.WriteXmlAsync(
            S3Xml.Root("NotificationConfiguration", bucket.Settings.SendsEvents ? new XElement(EventBridge) : null));
    }

    public async Task PutAsync(S3Exchange exchange)
    {
        var bucket = store.Get(exchange.Bucket);
        access.DemandOnBucket(exchange.Principal, "s3:PutBucketNotification", bucket);
        var wanted = Parse((await UploadBody.ReadAsync(exchange.Request)).Bytes);
        bucket.Settings = bucket.Settings with { SendsEvents = wanted.Contains(EventBridge) };
    }

    /// <summary>Names of the configurations; what is left out is switched off.</summary>
    private static List<string> Parse(byte[] body)
    {
        try
        {
            var elements = XElement.Load(new MemoryStream(body)).Elements();
            var names = elements.Select(element => element.Name.LocalName).ToList();
            return names.Find(name => name != EventBridge) is { } other
                ? throw S3Errors.NotImplemented($"the notification configuration {other}")
                : names;
        }
        catch (XmlException e)
        {
            throw new AwsException("MalformedXML", $"The NotificationConfiguration is not XML: {e.Message}");
        }
    }
}

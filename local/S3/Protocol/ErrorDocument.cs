using System.Xml.Linq;
using Infra.Local.Endpoint;

namespace Infra.Local.S3.Protocol;

/// <summary>S3's error document, which has no namespace.</summary>
public static class ErrorDocument
{
    public static XElement Of(AwsException error, S3Address address, string requestId) => new(
        "Error",
        new XElement("Code", error.Code),
        new XElement("Message", error.Message),
        address.Bucket is { } bucket ? new XElement("BucketName", bucket) : null,
        address.Key is { } key ? new XElement("Key", XmlKey.Encode(key)) : null,
        new XElement("RequestId", requestId),
        new XElement("HostId", "local"));
}

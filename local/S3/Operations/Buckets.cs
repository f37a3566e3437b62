using System.Xml;
using System.Xml.Linq;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Operations;

/// <summary>CreateBucket, HeadBucket, ListBuckets and DeleteBucket.</summary>
public sealed class Buckets(ObjectStore store, S3Access access, AwsAccount account)
{
    public Task ListAsync(S3Exchange exchange)
    {
        access.DemandOnAccount(exchange.Principal, "s3:ListAllMyBuckets");
        return exchange.WriteXmlAsync(S3Xml.Root(
            "ListAllMyBucketsResult",
            Owner.Of(account),
            new XElement(
                "Buckets",
                store.Buckets.Select(bucket => new XElement(
                    "Bucket",
                    new XElement("Name", bucket.Name),
                    new XElement("CreationDate", S3Xml.Timestamp(bucket.CreatedAt)))))));
    }

    public async Task CreateAsync(S3Exchange exchange)
    {
        access.DemandOnNewBucket(exchange.Principal, "s3:CreateBucket", exchange.Bucket);
        CheckRegion((await UploadBody.ReadAsync(exchange.Request)).Bytes);
        var ownership = exchange.Header("x-amz-object-ownership") switch
        {
            null => ObjectOwnership.BucketOwnerEnforced,
            var text when Enum.TryParse<ObjectOwnership>(text, out var known) => known,
            var text => throw new AwsException("InvalidArgument", $"x-amz-object-ownership is '{text}', which is no "
                + "ownership setting."),
        };
        store.Create(exchange.Bucket, new BucketSettings { Ownership = ownership });
        exchange.Response.Headers.Location = $"/{exchange.Bucket}";
    }

    public Task HeadAsync(S3Exchange exchange)
    {
        access.DemandOnBucket(exchange.Principal, "s3:ListBucket", store.Get(exchange.Bucket));
        exchange.Response.Headers["x-amz-bucket-region"] = account.Region;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(S3Exchange exchange)
    {
        access.DemandOnBucket(exchange.Principal, "s3:DeleteBucket", store.Get(exchange.Bucket));
        store.Delete(exchange.Bucket);
        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private void CheckRegion(byte[] body)
    {
        if (body.Length == 0)
        {
            return;
        }

        try
        {
            var wanted = XElement.Load(new MemoryStream(body)).Elements()
                .FirstOrDefault(element => element.Name.LocalName == "LocationConstraint")?.Value;
            if (wanted is not null && wanted != account.Region)
            {
                throw new AwsException(
                    "IllegalLocationConstraintException",
                    $"The {wanted} location constraint is incompatible: the local AWS plays {account.Region} only.");
            }
        }
        catch (XmlException e)
        {
            throw new AwsException("MalformedXML", $"The CreateBucketConfiguration is not XML: {e.Message}");
        }
    }
}

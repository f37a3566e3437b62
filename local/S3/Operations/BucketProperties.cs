using System.Text;
using System.Xml.Linq;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;
using Infra.Local.S3.Store;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.S3.Operations;

/// <summary>What a bucket says of itself: ACL, location, versioning, public access block and policy.</summary>
public sealed class BucketProperties(ObjectStore store, S3Access access, AwsAccount account)
{
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public Task GetAclAsync(S3Exchange exchange)
    {
        Demand(exchange, "s3:GetBucketAcl");
        return exchange.WriteXmlAsync(new XElement(
            S3Xml.Namespace + "AccessControlPolicy",
            S3Xml.Root("Owner", Owner.Id(account)),
            new XElement(
                S3Xml.Namespace + "AccessControlList",
                new XElement(
                    S3Xml.Namespace + "Grant",
                    new XElement(
                        S3Xml.Namespace + "Grantee",
                        new XAttribute(XNamespace.Xmlns + "xsi", SchemaInstance),
                        new XAttribute(SchemaInstance + "type", "CanonicalUser"),
                        S3Xml.Root("ID", Owner.Id(account).Value)),
                    S3Xml.Root("Permission", "FULL_CONTROL")))));
    }

    public Task GetLocationAsync(S3Exchange exchange)
    {
        Demand(exchange, "s3:GetBucketLocation");

        // The oldest Region has an empty location.
        return exchange.WriteXmlAsync(S3Xml.Root("LocationConstraint", account.Region == "us-east-1" ? null : account.Region));
    }

    public Task GetVersioningAsync(S3Exchange exchange)
    {
        var state = Demand(exchange, "s3:GetBucketVersioning").Settings.Versioning;
        return exchange.WriteXmlAsync(S3Xml.Root(
            "VersioningConfiguration", state == VersioningState.Unversioned ? null : new XElement("Status", state)));
    }

    public Task GetPublicAccessBlockAsync(S3Exchange exchange)
    {
        var block = Demand(exchange, "s3:GetBucketPublicAccessBlock").Settings.PublicAccess;
        return exchange.WriteXmlAsync(S3Xml.Root(
            "PublicAccessBlockConfiguration",
            new XElement("BlockPublicAcls", block.BlockPublicAcls),
            new XElement("IgnorePublicAcls", block.IgnorePublicAcls),
            new XElement("BlockPublicPolicy", block.BlockPublicPolicy),
            new XElement("RestrictPublicBuckets", block.RestrictPublicBuckets)));
    }

    public async Task GetPolicyAsync(S3Exchange exchange)
    {
        var policy = Demand(exchange, "s3:GetBucketPolicy").Policy
            ?? throw new AwsException("NoSuchBucketPolicy", $"The bucket policy does not exist: '{exchange.Bucket}' has "
                + "none.", 404);
        exchange.Response.ContentType = "application/json";
        await exchange.Response.WriteAsync(policy, exchange.Http.RequestAborted);
    }

    public async Task PutPolicyAsync(S3Exchange exchange)
    {
        var bucket = Demand(exchange, "s3:PutBucketPolicy");
        var policy = Encoding.UTF8.GetString((await UploadBody.ReadAsync(exchange.Request)).Bytes);
        BucketPolicyRules.Check(policy, bucket, access.BucketArn(bucket.Name));
        bucket.Policy = policy;
        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    public Task DeletePolicyAsync(S3Exchange exchange)
    {
        Demand(exchange, "s3:DeleteBucketPolicy").Policy = null;
        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Bucket Demand(S3Exchange exchange, string action)
    {
        var bucket = store.Get(exchange.Bucket);
        access.DemandOnBucket(exchange.Principal, action, bucket);
        return bucket;
    }
}

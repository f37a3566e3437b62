using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Local.Faults;
using Infra.Local.S3.Store;
using ObjectOwnership = Infra.Local.S3.Store.ObjectOwnership;

namespace Infra.Local.Tests.S3;

public sealed class BucketTests
{
    private const string PublicPolicy =
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"arn:aws-us-gov:s3:::corp-crl/*"}]}""";

    private const string ServicePolicy =
        """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":"acm-pca.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws-us-gov:s3:::corp-crl/*"},
        {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws-us-gov:s3:::corp-crl","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
        """;

    [Fact]
    public async Task A_bucket_is_made_listed_and_removed()
    {
        await using var local = await S3Fixture.StartAsync();

        await local.S3.PutBucketAsync("another-bucket");
        var both = await local.S3.ListBucketsAsync();
        await local.S3.DeleteBucketAsync("another-bucket");
        var left = await local.S3.ListBucketsAsync();

        Assert.Equal(["another-bucket", Some.BucketName], both.Buckets.Select(b => b.BucketName));
        Assert.Equal([Some.BucketName], left.Buckets.Select(b => b.BucketName));
    }

    [Fact]
    public async Task A_bucket_that_holds_even_a_delete_marker_is_not_removed()
    {
        await using var local = await S3Fixture.StartAsync(new BucketSettings { Versioning = VersioningState.Enabled });
        local.Bucket.Delete("never-there", local.Clock.Now);

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.DeleteBucketAsync(Some.BucketName));

        Assert.Equal("BucketNotEmpty", error.ErrorCode);
    }

    [Theory]
    [InlineData("Upper-Case", "InvalidBucketName")]
    [InlineData("a", "InvalidBucketName")]
    [InlineData("corp-crl", "BucketAlreadyOwnedByYou")]
    public async Task A_bad_or_taken_name_is_refused(string name, string code)
    {
        await using var local = await S3Fixture.StartAsync();

        using var answer = await local.Http.PutAsync($"/{name}", null);

        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_tells_location_versioning_owner_and_public_access_block()
    {
        await using var local = await S3Fixture.StartAsync(new BucketSettings { Versioning = VersioningState.Enabled });

        var location = await local.S3.GetBucketLocationAsync(Some.BucketName);
        var versioning = await local.S3.GetBucketVersioningAsync(Some.BucketName);
        var acl = await local.S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = Some.BucketName });
        var block = await local.S3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Some.BucketName });

        Assert.Equal(Some.Region, location.Location.Value);
        Assert.Equal(VersionStatus.Enabled, versioning.VersioningConfig.Status);
        Assert.Equal(acl.Owner.Id, acl.Grants.Single().Grantee.CanonicalUser);
        Assert.True(block.PublicAccessBlockConfiguration.BlockPublicPolicy);
    }

    [Fact]
    public async Task A_policy_that_is_put_is_asked_with_every_later_call()
    {
        await using var local = await S3Fixture.StartAsync();

        await local.S3.PutBucketPolicyAsync(Some.BucketName, ServicePolicy);
        var policy = await local.S3.GetBucketPolicyAsync(Some.BucketName);
        await local.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Some.BucketName });

        Assert.Equal(ServicePolicy, policy.Policy);
        Assert.Equal(ServicePolicy, local.Policies.Asked.Last(a => a.Request.Action == "s3:ListBucket").ResourcePolicy);
    }

    [Fact]
    public async Task A_public_policy_is_refused_while_public_access_is_blocked()
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.PutBucketPolicyAsync(Some.BucketName, PublicPolicy));

        Assert.Equal("AccessDenied", error.ErrorCode);
        Assert.Null(local.Bucket.Policy);
    }

    [Theory]
    [InlineData("{", "MalformedPolicy")]
    [InlineData("{}", "MalformedPolicy")]
    [InlineData("""{"Statement":[{"Resource":"arn:aws-us-gov:s3:::other/*"}]}""", "MalformedPolicy")]
    public async Task A_policy_that_is_not_one_is_refused(string policy, string code)
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.PutBucketPolicyAsync(Some.BucketName, policy));

        Assert.Equal(code, error.ErrorCode);
    }

    [Theory]
    [InlineData(ObjectOwnership.BucketOwnerEnforced, "public-read", "AccessControlListNotSupported")]
    [InlineData(ObjectOwnership.BucketOwnerEnforced, "private", "AccessControlListNotSupported")]
    [InlineData(ObjectOwnership.BucketOwnerEnforced, "bucket-owner-full-control", null)]
    [InlineData(ObjectOwnership.BucketOwnerPreferred, "public-read", "AccessDenied")]
    [InlineData(ObjectOwnership.BucketOwnerPreferred, "bucket-owner-full-control", null)]
    [InlineData(ObjectOwnership.BucketOwnerPreferred, "log-delivery-write", "NotImplemented")]
    public async Task An_acl_must_suit_ownership_and_public_access_block(
        ObjectOwnership ownership, string acl, string? refusal)
    {
        await using var local = await S3Fixture.StartAsync(new BucketSettings { Ownership = ownership });
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/{Some.BucketName}/key") { Content = new StringContent("x") };
        request.Headers.Add("x-amz-acl", acl);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(refusal is null, answer.IsSuccessStatusCode);
        Assert.Contains(refusal ?? string.Empty, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(local.Policies.Asked, asked => asked.Request.Action == "s3:PutObjectAcl");
    }

    [Fact]
    public async Task A_public_acl_is_offered_to_the_policies_as_a_grant_where_it_is_not_ignored()
    {
        await using var local = await S3Fixture.StartAsync(new BucketSettings
        {
            Ownership = ObjectOwnership.ObjectWriter,
            PublicAccess = new PublicAccessBlock(false, false, false, false),
        });
        await local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName, Key = "key", ContentBody = "x", CannedACL = S3CannedACL.PublicRead,
        });

        await local.Http.GetStringAsync($"/{Some.BucketName}/key");
        var granted = local.Policies.Asked.Last().ResourcePolicy;
        local.Bucket.Settings = local.Bucket.Settings with { PublicAccess = PublicAccessBlock.All };
        await local.Http.GetStringAsync($"/{Some.BucketName}/key");
        var ignored = local.Policies.Asked.Last().ResourcePolicy;

        Assert.Contains("arn:aws-us-gov:s3:::corp-crl/key", granted, StringComparison.Ordinal);
        Assert.Null(ignored);
    }

    [Theory]
    [InlineData(true, "arn:aws-us-gov:s3:::corp-crl")]
    [InlineData(false, "arn:aws-us-gov:s3:::corp-crl/key")]
    public async Task A_customer_key_must_be_allowed_for_writing_and_reading(bool bucketKey, string encryptionContext)
    {
        await using var local = await S3Fixture.StartAsync(
            new BucketSettings { Encryption = new ServerSideEncryption(Some.KeyArn, bucketKey) });

        await local.S3.PutObjectAsync(new PutObjectRequest { BucketName = Some.BucketName, Key = "key", ContentBody = "x" });
        using var answer = await local.S3.GetObjectAsync(Some.BucketName, "key");
        local.Policies.Deny("kms:Decrypt");
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectAsync(Some.BucketName, "key"));

        Assert.Equal(Some.KeyArn, answer.ServerSideEncryptionKeyManagementServiceKeyId);
        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        var asked = local.Policies.Asked.First(a => a.Request.Action == "kms:GenerateDataKey").Request;
        Assert.Equal(Some.KeyArn, asked.Resource);
        Assert.Equal(encryptionContext, asked.Context["kms:EncryptionContext:aws:s3:arn"]);
    }

    [Fact]
    public async Task Of_many_deletes_only_the_denied_one_fails()
    {
        await using var local = await S3Fixture.StartAsync();
        ObjectTests.Put(local, "a", "1");
        ObjectTests.Put(local, "b", "1");
        local.Policies.Deny("s3:DeleteObject", request => request.Resource.EndsWith("/b", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<DeleteObjectsException>(() => local.S3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = Some.BucketName,
            Objects = [new KeyVersion { Key = "a" }, new KeyVersion { Key = "b" }],
        }));

        Assert.Equal(["a"], error.Response.DeletedObjects.Select(o => o.Key));
        Assert.Equal(["b"], error.Response.DeleteErrors.Select(o => o.Key));
        Assert.Equal(["b"], local.Bucket.Versions.Keys);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_NoSuchBucket()
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await Assert.ThrowsAsync<NoSuchBucketException>(
            () => local.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "nobodys" }));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [Theory]
    [InlineData(FaultKind.Throttle, "SlowDown", HttpStatusCode.ServiceUnavailable)]
    [InlineData(FaultKind.AccessDenied, "AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData(FaultKind.InternalError, "InternalError", HttpStatusCode.InternalServerError)]
    public async Task An_injected_fault_is_told_in_the_words_of_s3(FaultKind kind, string code, HttpStatusCode status)
    {
        await using var local = await S3Fixture.StartAsync();
        local.Policies.FailWith(kind.ToError("s3", "GetObject"));

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.GetObjectAsync(Some.BucketName, "key"));

        Assert.Equal((code, status), (error.ErrorCode, error.StatusCode));
    }
}

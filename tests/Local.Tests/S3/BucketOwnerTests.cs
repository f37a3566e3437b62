using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Infra.Local.Tests.S3;

public sealed class BucketOwnerTests
{
    private const string Another = "999988887777";

    private const string Administrator =
        "AWS4-HMAC-SHA256 Credential=AKIAADMIN/20261121/us-gov-west-1/s3/aws4_request, SignedHeaders=host, Signature=0";

    /// <summary>Method and target of one request for each operation on a bucket or an object.</summary>
    public static TheoryData<string, string> Operations => new()
    {
        { "GET", "/corp-crl/ca.crl" },
        { "HEAD", "/corp-crl/ca.crl" },
        { "PUT", "/corp-crl/ca.crl" },
        { "PUT", "/corp-crl/ca.crl?acl" },
        { "DELETE", "/corp-crl/ca.crl" },
        { "POST", "/corp-crl?delete" },
        { "GET", "/corp-crl?list-type=2" },
        { "GET", "/corp-crl" },
        { "GET", "/corp-crl?versions" },
        { "HEAD", "/corp-crl" },
        { "DELETE", "/corp-crl" },
        { "GET", "/corp-crl?acl" },
        { "GET", "/corp-crl?location" },
        { "GET", "/corp-crl?versioning" },
        { "GET", "/corp-crl?publicAccessBlock" },
        { "GET", "/corp-crl?policy" },
        { "PUT", "/corp-crl?policy" },
        { "DELETE", "/corp-crl?policy" },
        { "GET", "/corp-crl?notification" },
        { "PUT", "/corp-crl?notification" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_is_refused_where_another_account_is_expected(string method, string target)
    {
        await using var local = await S3Fixture.StartAsync();
        await local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName, Key = "ca.crl", ContentBody = "before",
        });
        var refused = await StatusAsync(Another);
        var untouched = local.Bucket.FindCurrent("ca.crl")!.Content!.Body.ToArray();
        var answered = await StatusAsync(Some.Account.Id);

        Assert.Equal(HttpStatusCode.Forbidden, refused);
        Assert.Equal("before"u8.ToArray(), untouched);
        Assert.NotEqual(HttpStatusCode.Forbidden, answered);

        async Task<HttpStatusCode> StatusAsync(string owner)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), target);
            request.Headers.Add("x-amz-expected-bucket-owner", owner);
            request.Headers.TryAddWithoutValidation("Authorization", Administrator);
            using var response = await local.Http.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task The_owner_itself_is_answered()
    {
        await using var local = await S3Fixture.StartAsync();

        var listed = await local.S3.ListObjectsV2Async(new ListObjectsV2Request
        {
            BucketName = Some.BucketName, ExpectedBucketOwner = Some.Account.Id,
        });

        Assert.Equal(HttpStatusCode.OK, listed.HttpStatusCode);
    }

    [Theory]
    [InlineData(Another, "AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData("pki", "InvalidBucketOwnerAWSAccountID", HttpStatusCode.BadRequest)]
    public async Task The_refusal_is_that_of_s3(string owner, string code, HttpStatusCode status)
    {
        await using var local = await S3Fixture.StartAsync();

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = Some.BucketName, ExpectedBucketOwner = owner }));

        Assert.Equal((code, status), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_copy_is_refused_where_its_source_is_another_accounts()
    {
        await using var local = await S3Fixture.StartAsync();
        await local.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Some.BucketName, Key = "a", ContentBody = "a",
        });

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => local.S3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = Some.BucketName,
            SourceKey = "a",
            DestinationBucket = Some.BucketName,
            DestinationKey = "b",
            ExpectedSourceBucketOwner = Another,
        }));

        Assert.Equal("AccessDenied", error.ErrorCode);
        Assert.Null(local.Bucket.FindCurrent("b"));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_answered_as_such()
    {
        await using var local = await S3Fixture.StartAsync();

        await Assert.ThrowsAsync<NoSuchBucketException>(() => local.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = "nowhere", ExpectedBucketOwner = Another }));
    }
}

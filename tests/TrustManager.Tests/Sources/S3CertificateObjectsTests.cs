using System.Net;
using Amazon.S3;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.TrustManager.Tests.Sources;

public sealed class S3CertificateObjectsTests
{
    private readonly List<string?> _owners = [];
    private readonly List<string> _targets = [];
    private int _pages = 3;
    private string? _key;

    [Fact]
    public async Task Every_page_is_listed()
    {
        var listed = await AskAsync(objects => objects.ListAsync(Some.SourceBucket, "pki/", CancellationToken.None));

        Assert.Equal(
            [new StoredObject("pki/1.pem", 7), new StoredObject("pki/2.pem", 7), new StoredObject("pki/3.pem", 7)], listed);
    }

    [Fact]
    public async Task A_listing_without_end_is_given_up()
    {
        _pages = int.MaxValue;

        var error = await Assert.ThrowsAsync<ServiceException>(() => AskAsync(
            objects => objects.ListAsync(Some.SourceBucket, "pki/", CancellationToken.None)));

        Assert.Contains("more than 10000 objects", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public async Task An_object_is_read_up_to_a_size(long maxBytes, bool read)
    {
        var reading = AskAsync(
            objects => objects.FindAsync(Some.SourceBucket, "pki/1.pem", maxBytes, CancellationToken.None));

        if (read)
        {
            var content = await reading;
            Assert.Equal("content"u8.ToArray(), content!.Bytes);
            Assert.Equal("version-1", content.VersionId);
        }
        else
        {
            Assert.Equal(ServiceFailure.Rejected, (await Assert.ThrowsAsync<ServiceException>(() => reading)).Failure);
        }
    }

    [Fact]
    public async Task Every_call_names_the_account_that_the_bucket_must_belong_to()
    {
        await AskAsync(objects => objects.ListAsync(Some.SourceBucket, "pki/", CancellationToken.None));
        await AskAsync(objects => objects.FindAsync(Some.SourceBucket, "pki/1.pem", 7, CancellationToken.None));

        Assert.Equal(4, _owners.Count);
        Assert.All(_owners, owner => Assert.Equal(Some.SourceBucket.Owner, owner));
    }

    [Theory]
    [InlineData("pki/\u0001.pem")]
    [InlineData("pki/a b+c%20&d.pem")]
    [InlineData("pki/\u00e4\ud83d\ude00\r\n.pem")]
    public async Task A_key_is_listed_as_it_is_whatever_its_characters(string key)
    {
        (_pages, _key) = (1, key);

        var listed = await AskAsync(objects => objects.ListAsync(Some.SourceBucket, "pki/", CancellationToken.None));

        Assert.Equal(key, Assert.Single(listed).Key);
    }

    [Theory]
    [InlineData("pki/../other.pem", "pki/../other.pem")]
    [InlineData("pki/./other.pem", "pki/./other.pem")]
    [InlineData("pki//other.pem", "pki//other.pem")]
    [InlineData("pki/..", "pki/..")]
    [InlineData("pki/\u0001.pem", "pki/%01.pem")]
    [InlineData("pki/a?b#c.pem", "pki/a%3Fb%23c.pem")]
    public async Task A_key_is_read_as_it_is_and_never_as_another(string key, string path)
    {
        await AskAsync(objects => objects.FindAsync(Some.SourceBucket, key, 7, CancellationToken.None));

        Assert.Equal($"/{Some.SourceBucket.Name}/{path}", Assert.Single(_targets));
    }

    private async Task<T> AskAsync<T>(Func<S3CertificateObjects, Task<T>> question)
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        var config = new AmazonS3Config
        {
            ServiceURL = server.Url.ToString(), AuthenticationRegion = "us-gov-west-1", MaxErrorRetry = 0, ForcePathStyle = true,
        };
        using var client = new AmazonS3Client("key", "secret", config);
        return await question(new S3CertificateObjects(client));
    }

    private Task AnswerAsync(HttpContext context)
    {
        _owners.Add(context.Request.Headers["x-amz-expected-bucket-owner"]);
        _targets.Add(context.Features.Get<IHttpRequestFeature>()!.RawTarget);
        if (!context.Request.Query.ContainsKey("list-type"))
        {
            context.Response.Headers["x-amz-version-id"] = "version-1";
            return context.Response.WriteAsync("content");
        }

        var page = int.TryParse(context.Request.Query["continuation-token"], out var token) ? token : 1;
        var next = page < _pages ? $"<NextContinuationToken>{page + 1}</NextContinuationToken>" : "";
        return context.Response.WriteAsync(
            $"<ListBucketResult><IsTruncated>{(page < _pages ? "true" : "false")}</IsTruncated>{next}<Contents>"
            + $"<Key>{Written(_key ?? $"pki/{page}.pem", context.Request.Query["encoding-type"])}</Key><Size>7</Size></Contents></ListBucketResult>");
    }

    /// <summary>As S3 writes a key: as a form does when that is asked for, else with references that XML 1.0 may forbid.</summary>
    private static string Written(string key, string? encodingType) => encodingType == "url"
        ? WebUtility.UrlEncode(key).Replace("%2F", "/", StringComparison.Ordinal)
        : string.Concat(key.Select(c => c is < ' ' or '&' ? $"&#{(int)c};" : c.ToString()));
}

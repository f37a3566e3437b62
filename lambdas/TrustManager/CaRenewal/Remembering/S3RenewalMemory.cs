using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Publishing;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>The memory of one CA as a JSON object in the CRL bucket; the responder serves nothing from there.</summary>
public sealed class S3RenewalMemory(IAmazonS3 s3, string bucket, CaArn ca) : IRenewalMemory
{
    public const string Prefix = "ca-renewal/";

    private readonly string _key = $"{Prefix}{ca.CaId}.json";

    private string Place => $"s3://{bucket}/{_key}";

    public Task<RenewalReading> FindAsync(CancellationToken cancellationToken) =>
        CallAsync(
            "s3:GetObject",
            async () =>
            {
                try
                {
                    var request = new GetObjectRequest { BucketName = bucket, Key = _key };
                    using var response = await s3.GetObjectAsync(request, cancellationToken);
                    using var json = new MemoryStream();
                    await response.ResponseStream.CopyToAsync(json, cancellationToken);
                    return new RenewalReading(RenewalDocument.Read(json.ToArray(), Place), response.ETag);
                }
                catch (AmazonS3Exception failure) when (failure.ErrorCode == "NoSuchKey")
                {
                    return new RenewalReading(null, null);
                }
            },
            cancellationToken);

    public Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:PutObject",
            async () =>
            {
                using var body = new MemoryStream(RenewalDocument.Write(memory), writable: false);
                var request = new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = _key,
                    InputStream = body,
                    ContentType = "application/json",
                    IfMatch = etag,
                    IfNoneMatch = etag is null ? "*" : null,
                };
                return (await s3.PutObjectAsync(request, cancellationToken)).ETag;
            },
            cancellationToken);

    private async Task<T> CallAsync<T>(string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception conflict) when (
            conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            throw new MemoryConflictException(
                $"Somebody else wrote {Place} meanwhile, so another run works on CA {ca.CaId}. It goes on; run this one "
                + "again when it has ended.",
                conflict);
        }
        catch (Exception failure) when (S3Trouble.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw S3Trouble.Describe(failure, action, $"{bucket}/{_key}");
        }
    }
}

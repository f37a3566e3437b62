using Amazon.S3.Model;

namespace Infra.CrlResponder.Store;

/// <summary>The answer to a GetObject.</summary>
internal sealed class S3StoredObject(GetObjectResponse response, string question) : IStoredObject
{
    public string ETag { get; } = Quoted(response.ETag);

    public DateTimeOffset LastModified { get; } =
        new(DateTime.SpecifyKind(response.LastModified ?? DateTime.UnixEpoch, DateTimeKind.Utc));

    public long LengthBytes { get; } = response.ContentLength;

    /// <summary>With quotes, whether or not this release of the client keeps them.</summary>
    internal static string Quoted(string? etag) => etag is ['"', ..] ? etag : $"\"{etag}\"";

    public async Task ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        try
        {
            await response.ResponseStream.ReadExactlyAsync(destination, cancellationToken);

            // The client compares its checksum when it sees the end, and not before.
            if (await response.ResponseStream.ReadAsync(new byte[1], cancellationToken) != 0)
            {
                throw new StoreUnavailableException($"S3 sent more than the {LengthBytes} bytes it announced: {question}.");
            }
        }
        catch (Exception failure) when (failure is not StoreUnavailableException)
        {
            throw S3Failures.Unavailable(question, failure);
        }
    }

    public void Dispose() => response.Dispose();
}

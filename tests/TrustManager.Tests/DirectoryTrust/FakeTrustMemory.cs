using System.Globalization;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Memories as a bucket keeps them, conditions included.</summary>
internal sealed class FakeTrustMemory(AwsCalls calls) : ITrustMemory
{
    private int _etags;

    public byte[]? Stored { get; set; }

    public TrustMemory? Memory =>
        Stored is { } json && MemoryDocument.TryRead(json, "here", out var memory) && !memory.Closed ? memory : null;

    /// <summary>Another writer stores it.</summary>
    public void Write(TrustMemory memory) => (Stored, _etags) = (MemoryDocument.Write(memory), _etags + 1);

    private string? ETag => Stored is null ? null : _etags.ToString(CultureInfo.InvariantCulture);

    public Task<MemoryReading> FindAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        calls.PassAsync("s3:GetObject", () => new MemoryReading(Memory, ETag), cancellationToken);

    public async Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken)
    {
        var conflict = false;
        var written = await calls.PassAsync(
            "s3:PutObject",
            () =>
            {
                conflict = etag != ETag;
                if (!conflict)
                {
                    Stored = MemoryDocument.Write(memory);
                    _etags++;
                }

                return ETag ?? "";
            },
            cancellationToken);
        return conflict ? throw new MemoryConflictException("Somebody else wrote.") : written;
    }

    public Task RemoveAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        calls.PassAsync(
            "s3:DeleteObject",
            () =>
            {
                Stored = null;
                return true;
            },
            cancellationToken);
}

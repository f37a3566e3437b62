using System.Globalization;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>The memory of one CA as a bucket keeps it, conditions included.</summary>
internal sealed class FakeRenewalMemory(AwsCalls calls) : IRenewalMemory
{
    private int _etags;

    public byte[]? Stored { get; set; }

    /// <summary>How often it was written.</summary>
    public int Writes => _etags;

    public RenewalMemory? Memory => Stored is { } json ? RenewalDocument.Read(json, "here") : null;

    private string? ETag => Stored is null ? null : _etags.ToString(CultureInfo.InvariantCulture);

    public Task<RenewalReading> FindAsync(CancellationToken cancellationToken) =>
        calls.PassAsync("read memory", () => new RenewalReading(Memory, ETag), cancellationToken);

    public async Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken)
    {
        var conflict = false;
        var written = await calls.PassAsync(
            "write memory",
            () =>
            {
                conflict = etag != ETag;
                if (!conflict)
                {
                    Stored = RenewalDocument.Write(memory);
                    _etags++;
                }

                return ETag ?? "";
            },
            cancellationToken);
        return conflict ? throw new MemoryConflictException("Somebody else wrote.") : written;
    }
}

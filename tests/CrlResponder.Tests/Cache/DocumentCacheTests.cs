using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Cache;

public sealed class DocumentCacheTests
{
    private static CacheEntry Entry(int bytes = 100) => new()
    {
        CheckedAt = Some.Noon,
        Document = new CachedDocument
        {
            Facts = DocumentReader.Read(Some.Crl(), DocumentKind.Crl).Facts!,
            ETag = "\"a\"",
            LastModified = Some.Noon,
            LengthBytes = bytes / 4 * 3,
            Base64 = new byte[bytes],
        },
    };

    [Fact]
    public void The_entry_not_used_for_longest_goes_first()
    {
        var cache = new DocumentCache();
        for (var key = 0; key < DocumentCache.MaxEntries; key++)
        {
            cache.Put($"{key}", Entry());
        }

        _ = cache.Find("0");
        cache.Put("one more", Entry());

        Assert.Equal(DocumentCache.MaxEntries, cache.Count);
        Assert.NotNull(cache.Find("0"));
        Assert.Null(cache.Find("1"));
    }

    [Fact]
    public void Bytes_are_bounded_whatever_comes()
    {
        var cache = new DocumentCache();
        for (var key = 0; key < 100; key++)
        {
            cache.Put($"{key}", Entry(900_000));
        }

        Assert.InRange(cache.Bytes, 1, DocumentCache.MaxBytes);
        Assert.NotNull(cache.Find("99"));
    }

    [Fact]
    public void Bytes_are_given_back()
    {
        var cache = new DocumentCache();
        cache.Put("a", Entry(1000));
        cache.Put("a", Entry(500));
        Assert.Equal(500, cache.Bytes);

        cache.Remove("a");
        cache.Remove("a");

        Assert.Equal(0, cache.Bytes);
        Assert.Equal(0, cache.Count);
    }
}

using Amazon.S3.Model;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.S3.Store;

namespace Infra.Local.Tests.S3;

public sealed class ListingTests
{
    [Fact]
    public async Task Pages_together_are_the_whole_bucket_in_order()
    {
        await using var local = await S3Fixture.StartAsync();
        var keys = Enumerable.Range(0, 2500).Select(i => $"crl/{i:D4} +&.crl").ToList();
        keys.ForEach(key => ObjectTests.Put(local, key, key));

        var listed = new List<string>();
        await foreach (var entry in local.S3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = Some.BucketName }).S3Objects)
        {
            listed.Add(entry.Key);
        }

        Assert.Equal(keys, listed);
    }

    [Fact]
    public async Task A_delimiter_rolls_folders_up()
    {
        await using var local = await S3Fixture.StartAsync();
        foreach (var key in new[] { "acm-pca-permission-test-key", "aia/root.cer", "crl/", "crl/a.crl", "crl/b.crl" })
        {
            ObjectTests.Put(local, key, key);
        }

        var top = await local.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Some.BucketName, Delimiter = "/" });
        var folder = await local.S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Some.BucketName, Delimiter = "/", Prefix = "crl/" });

        Assert.Equal(["acm-pca-permission-test-key"], top.S3Objects.Select(o => o.Key));
        Assert.Equal(["aia/", "crl/"], top.CommonPrefixes);
        Assert.Equal(["crl/", "crl/a.crl", "crl/b.crl"], folder.S3Objects.Select(o => o.Key));
        Assert.Contains(local.Policies.Asked, asked => asked.Request.Context.GetValueOrDefault("s3:prefix") == "crl/");
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_with_their_markers_page_by_page()
    {
        await using var local = await S3Fixture.StartAsync(new BucketSettings { Versioning = VersioningState.Enabled });
        ObjectTests.Put(local, "a", "1");
        ObjectTests.Put(local, "a", "2");
        local.Bucket.Delete("a", local.Clock.Now);
        ObjectTests.Put(local, "b", "1");

        var request = new ListVersionsRequest { BucketName = Some.BucketName, MaxKeys = 2 };
        var first = await local.S3.ListVersionsAsync(request);
        request.KeyMarker = first.NextKeyMarker;
        request.VersionIdMarker = first.NextVersionIdMarker;
        var second = await local.S3.ListVersionsAsync(request);

        Assert.True(first.IsTruncated);
        Assert.False(second.IsTruncated);
        Assert.Equal(
            [("a", true, true), ("a", false, false), ("a", false, false), ("b", true, false)],
            first.Versions.Concat(second.Versions).Select(v => (v.Key, v.IsLatest ?? false, v.IsDeleteMarker ?? false)));
    }

    [Fact]
    public void Any_page_size_and_delimiter_lists_every_key_or_its_folder_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString[]>(),
        ArbMap.Default.ArbFor<PositiveInt>(),
        (names, size) =>
        {
            var keys = names.Select(name => FewLetters(name.Get)).Distinct().Order(StringComparer.Ordinal).ToList();
            var whole = Listing.Of(keys.Select(Version), string.Empty, "/", string.Empty, Listing.MaximumKeys);

            var (items, prefixes, after) = (new List<string>(), new List<string>(), (string?)string.Empty);
            for (var pages = 0; after is not null && pages <= keys.Count; pages++)
            {
                var rest = keys.Where(key => string.CompareOrdinal(key, after) > 0).Select(Version);
                var page = Listing.Of(rest, string.Empty, "/", after, size.Get);
                items.AddRange(page.Items.Select(item => item.Key));
                prefixes.AddRange(page.CommonPrefixes);
                after = page.Last;
            }

            return after is null && items.SequenceEqual(whole.Items.Select(item => item.Key)) && prefixes.SequenceEqual(whole.CommonPrefixes);
        }).QuickCheckThrowOnFailure();

    /// <summary>So few that keys share folders.</summary>
    private static string FewLetters(string any) => string.Concat(any.Select(letter => "ab/"[letter % 3]));

    private static ObjectVersion Version(string key) =>
        new(key, ObjectVersion.NullId, new FakeClock().Now, new ObjectContent("x"u8.ToArray()));
}

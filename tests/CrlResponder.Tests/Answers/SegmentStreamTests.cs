using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Answers;

namespace Infra.CrlResponder.Tests.Answers;

public sealed class SegmentStreamTests
{
    [Fact]
    public void It_reads_as_its_segments_one_after_the_other()
    {
        Prop.ForAll<byte[][], PositiveInt>((segments, bufferSize) =>
        {
            using var stream = new SegmentStream([.. segments.Select(segment => new ReadOnlyMemory<byte>(segment))]);
            var read = new List<byte>();
            var buffer = new byte[bufferSize.Get];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                read.AddRange(buffer[..count]);
            }

            return read.SequenceEqual(segments.SelectMany(segment => segment)) && stream.Length == read.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_copied_from_wherever_it_stands(bool async)
    {
        using var stream = new SegmentStream(new byte[] { 1, 2 }, default, new byte[] { 3, 4, 5 });
        using var copy = new MemoryStream();
        stream.Seek(-4, SeekOrigin.End);

        await (async ? stream.CopyToAsync(copy) : Task.Run(() => stream.CopyTo(copy)));

        Assert.Equal([2, 3, 4, 5], copy.ToArray());
        Assert.Equal(5, stream.Position);
    }
}

namespace Infra.CrlResponder.Answers;

/// <summary>Pieces of memory as one read-only stream of known length; copying it to the network copies nothing in memory.</summary>
public sealed class SegmentStream : Stream
{
    private readonly ReadOnlyMemory<byte>[] _segments;
    private long _position;

    public SegmentStream(params ReadOnlyMemory<byte>[] segments)
    {
        _segments = segments;
        Length = segments.Sum(segment => (long)segment.Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A position is not negative.");
    }

    public override int Read(Span<byte> buffer)
    {
        var chunk = Next().Span;
        var count = Math.Min(chunk.Length, buffer.Length);
        chunk[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        for (var chunk = Next(); !chunk.IsEmpty; chunk = Next())
        {
            await destination.WriteAsync(chunk, cancellationToken);
            _position += chunk.Length;
        }
    }

    public override void CopyTo(Stream destination, int bufferSize)
    {
        for (var chunk = Next(); !chunk.IsEmpty; chunk = Next())
        {
            destination.Write(chunk.Span);
            _position += chunk.Length;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("An answer is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer is read-only.");

    /// <summary>What is left of the segment at the current position; empty at the end.</summary>
    private ReadOnlyMemory<byte> Next()
    {
        var before = _position;
        foreach (var segment in _segments)
        {
            if (before < segment.Length)
            {
                return segment[(int)before..];
            }

            before -= segment.Length;
        }

        return default;
    }
}

namespace Infra.Local.Lambda.Logging;

/// <summary>The newest lines of one function's log group.</summary>
public sealed class FunctionLog
{
    /// <summary>Lines kept. 10,000 are a few megabytes and more than a day of local work writes.</summary>
    public const int Capacity = 10_000;

    /// <summary>Longest line kept, in characters: CloudWatch Logs takes events of at most 256 KB and Lambda cuts there.</summary>
    public const int MaxLineLength = 256 * 1024;

    private readonly Queue<LogLine> _lines = new();
    private readonly Lock _lock = new();

    /// <summary>Called with every line as it is written.</summary>
    public event Action<LogLine>? Written;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public void Write(LogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var kept = line.Text.Length > MaxLineLength ? line with { Text = line.Text[..MaxLineLength] } : line;
        lock (_lock)
        {
            _lines.Enqueue(kept);
            if (_lines.Count > Capacity)
            {
                _lines.Dequeue();
            }
        }

        Written?.Invoke(kept);
    }

    /// <summary>The first line, written already or from now on, for which <paramref name="wanted"/> holds.</summary>
    public async Task<LogLine> WaitForAsync(Func<LogLine, bool> wanted, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<LogLine>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(LogLine line)
        {
            if (wanted(line))
            {
                found.TrySetResult(line);
            }
        }

        Written += Look;
        try
        {
            foreach (var line in Lines)
            {
                Look(line);
            }

            return await found.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Written -= Look;
        }
    }
}

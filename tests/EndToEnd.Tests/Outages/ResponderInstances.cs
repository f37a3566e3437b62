using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Infra.Local.Lambda.Logging;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>The instances of the responder, by what each has written into its own log stream.</summary>
/// <remarks>It listens, because the log keeps its newest lines only, and a load test writes more.</remarks>
public sealed class ResponderInstances : IDisposable
{
    private readonly FunctionLog _log;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _held = new();
    private readonly ConcurrentQueue<string> _failuresDespiteCopy = new();
    private int _fromMemory;
    private int _withoutCopy;

    public ResponderInstances(FunctionLog log)
    {
        _log = log;
        _log.Written += Note;
    }

    /// <summary>Instances that have answered anything.</summary>
    public int Count => _held.Count;

    /// <summary>Answers from memory because S3 failed.</summary>
    public int FromMemory => _fromMemory;

    /// <summary>Answers of 503 by instances that had never served the path.</summary>
    public int WithoutCopy => _withoutCopy;

    /// <summary>Log lines of answers of 500 and more by an instance that had served the path before.</summary>
    public IReadOnlyCollection<string> FailuresDespiteCopy => _failuresDespiteCopy;

    /// <summary>Instances that have served every one of these paths, so that each has a copy.</summary>
    public int CountHolding(IEnumerable<string> paths) =>
        _held.Values.Count(held => paths.All(held.ContainsKey));

    public void Dispose() => _log.Written -= Note;

    /// <summary>Lines of one instance come in order, so that what it served before is known here.</summary>
    private void Note(LogLine line)
    {
        if (line.Source != LogSource.StandardOutput || !line.Text.Contains("\"outcome\":", StringComparison.Ordinal))
        {
            return;
        }

        var held = _held.GetOrAdd(line.LogStream, _ => new());
        var answer = JsonNode.Parse(line.Text)!;
        if ((string?)answer["path"] is not { } path)
        {
            return;
        }

        switch ((int)answer["status"]!)
        {
            case 200:
                held[path] = 0;
                if (line.Text.Contains("\"ServedFromMemoryWhileS3Down\"", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref _fromMemory);
                }

                break;
            case >= 500 when held.ContainsKey(path):
                _failuresDespiteCopy.Enqueue($"{line.LogStream}: {line.Text}");
                break;
            case 503:
                Interlocked.Increment(ref _withoutCopy);
                break;
        }
    }
}

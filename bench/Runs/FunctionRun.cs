using System.Collections.Concurrent;
using System.Diagnostics;
using Infra.Bench.Contestants;
using Infra.Bench.StandIns;
using Infra.Local.Lambda.Execution;

namespace Infra.Bench.Runs;

/// <summary>One process of a contestant, behind a Runtime API of its own.</summary>
public sealed class FunctionRun : IAsyncDisposable
{
    /// <summary>Longest wait for one answer; whoever takes longer is stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Lines of output that are kept to explain a failure.</summary>
    private const int KeptLines = 20;

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Contestant _contestant;
    private readonly RuntimeApiStandIn _runtimeApi;
    private readonly FunctionProcess _process;

    private FunctionRun(
        Contestant contestant, RuntimeApiStandIn runtimeApi, IReadOnlyDictionary<string, string> variables)
    {
        (_contestant, _runtimeApi) = (contestant, runtimeApi);
        Started = Stopwatch.GetTimestamp();
        _process = FunctionProcess.Start(contestant.Start, contestant.Folder, variables, _ => { }, KeepLine);
    }

    /// <summary>Timestamp just before the process was started.</summary>
    public long Started { get; }

    /// <summary>Most memory the process has had, in MiB (<c>VmHWM</c>).</summary>
    public double PeakMemoryMebibytes => _process.PeakMemoryBytes / 1024.0 / 1024.0;

    /// <param name="contestant">Who runs.</param>
    /// <param name="endpoint">Where its AWS client calls.</param>
    /// <param name="more">Variables besides those of Lambda and its own.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<FunctionRun> StartAsync(
        Contestant contestant,
        Uri endpoint,
        IReadOnlyDictionary<string, string>? more,
        CancellationToken cancellationToken)
    {
        var runtimeApi = await RuntimeApiStandIn.StartAsync(cancellationToken);
        var variables = FunctionVariables.For(contestant, runtimeApi.HostAndPort, endpoint);
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return new FunctionRun(contestant, runtimeApi, variables);
    }

    /// <exception cref="FunctionFailedException">The process ended, reported an error, or did not answer.</exception>
    public async Task<FunctionAnswer> InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        var answer = _runtimeApi.InvokeAsync(payload);
        try
        {
            await Task.WhenAny(answer, _process.Exited).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw Failed($"did not answer within {Patience.TotalSeconds} s");
        }

        return answer.IsCompleted ? await answer : throw Failed("ended before it answered");
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    private FunctionFailedException Failed(string what) =>
        new($"{_contestant.Name} {what}. Its last words:\n{string.Join('\n', _errors)}");

    private void KeepLine(string line)
    {
        _errors.Enqueue(line);
        if (_errors.Count > KeptLines)
        {
            _errors.TryDequeue(out _);
        }
    }
}

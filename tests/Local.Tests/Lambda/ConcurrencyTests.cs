using System.Diagnostics;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.Lambda;

public sealed class ConcurrencyTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LambdaRig _rig = new();
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("concurrency-");

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _files.Delete(recursive: true);
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Invocations_at_the_same_time_run_in_processes_of_their_own()
    {
        _rig.Deploy();
        var busy = await BeginAsync("first");

        var other = await _rig.AnswerAsync("""{"do":"process"}""");

        Assert.True((int)other["id"]! > 0);
        await EndAsync("first", busy);
    }

    [Fact]
    public async Task Beyond_the_reserved_concurrency_callers_are_turned_away_until_one_is_done()
    {
        _rig.Deploy(Some.Function() with { ReservedConcurrency = 1 });
        var busy = await BeginAsync("first");

        var throttled = await Assert.ThrowsAsync<AwsException>(() => _rig.InvokeAsync("{}"));
        await EndAsync("first", busy);
        var later = await _rig.InvokeAsync("{}");

        Assert.Equal(("TooManyRequestsException", 429), (throttled.Code, throttled.StatusCode));
        Assert.Null(later.FunctionError);
    }

    [Fact]
    public async Task Recycling_ends_an_idle_process_at_once_and_a_busy_one_when_it_is_done()
    {
        _rig.Deploy();
        var busy = await BeginAsync("first");
        var idle = (int)(await _rig.AnswerAsync("""{"do":"process"}"""))["id"]!;

        await _rig.Functions.RecycleAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(idle));
        await EndAsync("first", busy);
        Assert.NotEqual(idle, (int)(await _rig.AnswerAsync("""{"do":"process"}"""))["id"]!);
    }

    [Fact]
    public async Task An_update_is_what_the_next_invocation_meets()
    {
        _rig.Deploy();
        var before = (int)(await _rig.AnswerAsync("""{"do":"process"}"""))["id"]!;

        await _rig.Functions.UpdateAsync(
            Some.Function() with { Environment = new Dictionary<string, string> { ["MAX_AGE_SECONDS"] = "60" } });

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(before));
        Assert.Equal("60", (string?)(await _rig.AnswerAsync("""{"do":"environment"}"""))["MAX_AGE_SECONDS"]);
    }

    [Fact]
    public async Task Deleting_a_function_ends_its_processes()
    {
        _rig.Deploy();
        var process = (int)(await _rig.AnswerAsync("""{"do":"process"}"""))["id"]!;

        await _rig.Functions.DeleteAsync("responder");

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
        Assert.Empty(_rig.Functions.All);
    }

    private async Task<Task> BeginAsync(string name)
    {
        using var watcher = new FileSystemWatcher(_files.FullName);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        var invocation = _rig.InvokeAsync($$"""{"do":"wait","file":"{{Path.Combine(_files.FullName, name).Replace('\\', '/')}}"}""");
        await begun.Task.WaitAsync(LambdaRig.Patience);
        return invocation;
    }

    private async Task EndAsync(string name, Task invocation)
    {
        await File.WriteAllTextAsync(Path.Combine(_files.FullName, name), "");
        await invocation.WaitAsync(LambdaRig.Patience);
    }
}

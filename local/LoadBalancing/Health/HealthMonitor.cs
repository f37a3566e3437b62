namespace Infra.Local.LoadBalancing.Health;

/// <summary>Checks the target of one group, at once and then at every interval, until disposed.</summary>
public sealed class HealthMonitor : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    private HealthMonitor(Func<CancellationToken, Task> check, TimeSpan interval, TimeProvider time) =>
        _running = RunAsync(check, interval, time, _end.Token);

    public static HealthMonitor Start(Func<CancellationToken, Task> check, TimeSpan interval, TimeProvider time) =>
        new(check, interval, time);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _end.Dispose();
    }

    private static async Task RunAsync(
        Func<CancellationToken, Task> check, TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            await check(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}

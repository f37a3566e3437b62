namespace Infra.TrustManager.Retrying;

/// <summary>Repeats a call for as long as its failure is worth it and the deadline allows.</summary>
/// <remarks>
/// Only for calls that may be repeated after they took effect unnoticed; all calls of this project are.
/// </remarks>
public sealed class Patience(TimeProvider time)
{
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan pause;
            try
            {
                return await call(cancellationToken);
            }
            catch (ServiceException failure) when (PauseFor(failure, attempt, started) is { } worthwhile)
            {
                pause = worthwhile;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <inheritdoc cref="AskAsync{T}"/>
    public Task DoAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        AskAsync(
            async token =>
            {
                await call(token);
                return true;
            },
            cancellationToken);

    private TimeSpan? PauseFor(ServiceException failure, int attempt, long started) =>
        RetryRule.For(failure.Failure) is { } rule
        && rule.PauseAfter(attempt) is var pause
        && time.GetElapsedTime(started) + pause <= rule.Limit
            ? pause
            : null;
}

using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Waits between two looks at a directory, for as long as the invocation lasts.</summary>
public sealed class Pauses(TrustWork work, TimeProvider time)
{
    /// <summary>First pause; a registration takes from seconds to many minutes.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause: later looks cost less than what they would find out earlier.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Left of the invocation for what follows the last look.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    /// <param name="number">Counted from 1.</param>
    /// <exception cref="UnfinishedException">The invocation has no time for another look.</exception>
    public async Task PauseAsync(int number, CancellationToken cancellationToken)
    {
        var grown = First * Math.Pow(1.5, Math.Min(number - 1, 8));
        var pause = grown < Longest ? grown : Longest;
        if (time.GetUtcNow() + pause > work.FinishBy - Reserve)
        {
            throw new UnfinishedException($"The time of this invocation is over while {work.Progress.Doing}.");
        }

        await Task.Delay(pause, time, cancellationToken);
    }
}

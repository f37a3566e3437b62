using System.Diagnostics;

namespace Infra.Local.Verification;

/// <summary>Waits for what happens by itself, such as the responder's next question to S3.</summary>
public static class Poll
{
    /// <summary>Many times the revalidation period of environment <c>local</c>, one second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="UnexpectedException">It did not happen in 15 seconds.</exception>
    public static async Task UntilAsync(string what, Func<Task<bool>> happened, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (!await happened())
        {
            if (waited.Elapsed > Patience)
            {
                throw new UnexpectedException($"did not happen in {Patience.TotalSeconds:0} s: {what}");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}

namespace Infra.Cdk.Functions;

/// <summary>
/// Lets one process at a time build, publish and synthesize in a checkout: they write the same folders, and a template
/// would name a package that another process is about to replace.
/// </summary>
/// <remarks>
/// An open file that the operating system locks and, when the process ends in whatever way, releases: the file that
/// stays behind means nothing. File systems without locks (some network file systems) give none.
/// </remarks>
public sealed class CheckoutLock : IDisposable
{
    /// <summary>Longest wait: publishing every function from nothing takes some five minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Errors of a file that another process has locked: EAGAIN of Linux and of macOS, two of Windows.</summary>
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _file;

    private CheckoutLock(FileStream file) => _file = file;

    /// <param name="repository">Root of the checkout.</param>
    /// <param name="say">Gets a sentence once when another process has the lock.</param>
    /// <exception cref="FunctionPackageException">The other process took longer than half an hour.</exception>
    public static CheckoutLock Take(string repository, Action<string> say)
    {
        var path = Path.Combine(repository, "artifacts", "publish.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var began = TimeProvider.System.GetTimestamp();
        for (var isSaid = false; ; Thread.Sleep(PollingInterval))
        {
            try
            {
                return new CheckoutLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException busy) when (Locked.Contains(busy.HResult))
            {
                if (TimeProvider.System.GetElapsedTime(began) > Longest)
                {
                    throw new FunctionPackageException(
                        $"Another process has published or synthesized in {repository} for {Longest.TotalMinutes:0} minutes "
                        + $"and still holds {path}. Wait for it or end it, then run the command again.");
                }

                if (!isSaid)
                {
                    say($"Another process publishes or synthesizes in {repository} (it holds {path}): waiting for it.");
                    isSaid = true;
                }
            }
        }
    }

    public void Dispose() => _file.Dispose();
}

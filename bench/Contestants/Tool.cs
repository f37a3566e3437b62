using System.ComponentModel;
using System.Diagnostics;
using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>Programs of this machine that peers are made with.</summary>
internal static class Tool
{
    /// <summary>Standard output of a program that must be there and succeed.</summary>
    /// <exception cref="PeerUnavailableException">It is not there, or it failed.</exception>
    public static async Task<string> RunAsync(
        string folder, string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
            return (await ChildProcess.RunAsync(start, cancellationToken)).Trim();
        }
        catch (Win32Exception)
        {
            throw new PeerUnavailableException($"there is no program '{program}' on the PATH");
        }
        catch (InvalidOperationException failed)
        {
            throw new PeerUnavailableException(failed.Message);
        }
    }
}

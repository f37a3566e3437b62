using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Infra.Local.Lambda.Execution;

/// <summary>The function processes that run now; all of them end with this process, however it is told to end.</summary>
/// <remarks>
/// A process that is killed without notice (SIGKILL) cannot do this. Its functions then lose their Runtime API, and a
/// runtime that cannot ask for its next invocation ends by itself.
/// </remarks>
internal static class ChildProcesses
{
    private static readonly ConcurrentDictionary<Process, byte> Running = new();

    // Kept, since a registration ends with its object. The signal's own effect is left as it is.
    private static readonly PosixSignalRegistration[] Signals = [.. new[]
    {
        PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT,
    }.Select(signal => PosixSignalRegistration.Create(signal, _ => KillAll()))];

    static ChildProcesses() => AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();

    public static void Add(Process process) => Running[process] = 0;

    public static void Remove(Process process) => Running.TryRemove(process, out _);

    private static void KillAll()
    {
        foreach (var process in Running.Keys)
        {
            Kill(process);
        }
    }

    /// <summary>Ends a process and its children; one that has ended already is no error.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended in the meantime.
        }
    }
}

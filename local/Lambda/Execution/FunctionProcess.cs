using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Local.Lambda.Execution;

/// <summary>One running program of a function, its output read line by line.</summary>
public sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _output;

    private FunctionProcess(Process process, Action<string> onOutput, Action<string> onError)
    {
        _process = process;
        _output = Task.WhenAll(
            ForwardAsync(process.StandardOutput, onOutput), ForwardAsync(process.StandardError, onError));
        Exited = ExitCodeAsync();
    }

    /// <summary>Completes with the exit code, all output read.</summary>
    public Task<int> Exited { get; }

    public int Id => _process.Id;

    /// <summary>Most memory it has used, in bytes; 0 once it has ended.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.PeakWorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <exception cref="Win32Exception">The program is not there, or is no program.</exception>
    public static FunctionProcess Start(
        StartCommand command,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        Action<string> onOutput,
        Action<string> onError)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.Start();
        ChildProcesses.Add(process);
        process.StandardInput.Close();
        return new FunctionProcess(process, onOutput, onError);
    }

    /// <summary>Ends it if it still runs, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        ChildProcesses.Kill(_process);
        await Exited;
        ChildProcesses.Remove(_process);
        _process.Dispose();
    }

    private async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync();

        // A grandchild may hold the pipes open; its output is not worth waiting for.
        await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(1)));
        return _process.ExitCode;
    }

    private static async Task ForwardAsync(StreamReader lines, Action<string> onLine)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Functions;

/// <summary>Two runs of the app in one checkout, whose functions are published when the test says so.</summary>
public sealed class CheckoutLockTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Publishing says that it has begun, in a file of its own, and never ends.
    /// </summary>
    private const string Project =
        """
        <Project>
          <Target Name="Restore" />
          <Target Name="Publish">
            <Exec Command="echo x > ../../began-$PPID.txt; exec sleep 600" />
          </Target>
        </Project>
        """;

    private readonly TemporaryRepository _repository = new();
    private readonly List<Process> _started = [];

    public CheckoutLockTests() => _repository.With("local", Document()).WithFile("lambdas/CrlResponder/CrlResponder.proj", Project);

    private int Began => Directory.EnumerateFiles(_repository.Folder, "began-*.txt").Count();

    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        _repository.Dispose();
    }

    [Fact]
    public async Task A_run_waits_for_another_one_and_goes_on_when_that_dies()
    {
        using var giveUp = new CancellationTokenSource(Patience);
        var first = Start();
        await UntilAsync(() => Began == 1, giveUp.Token);

        var second = Start();
        var said = await SaidAsync(second, "waiting for it", giveUp.Token);
        Assert.Contains("Another process publishes or synthesizes in", said, StringComparison.Ordinal);
        Assert.Contains("publish.lock", said, StringComparison.Ordinal);
        Assert.Equal(1, Began);

        first.Kill(entireProcessTree: true);
        await UntilAsync(() => Began == 2, giveUp.Token);
    }

    private Process Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cdk.dll")])
        {
            WorkingDirectory = _repository.Folder,
            RedirectStandardError = true,
            Environment = { ["CDK_CONTEXT_JSON"] = """{"env":"local"}""", ["CDK_OUTDIR"] = Path.Combine(_repository.Folder, "out") },
        })!;
        _started.Add(process);
        return process;
    }

    private static JsonObject Document()
    {
        var document = Some.Document();
        document.Remove("directories");
        return document;
    }

    private static async Task<string> SaidAsync(Process process, string part, CancellationToken cancellationToken)
    {
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The run ended without saying '{part}'.");
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (!condition())
        {
            await Task.Delay(100, cancellationToken);
        }
    }
}

using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Infra.Local.Lambda.Execution;
using Infra.Local.Synthesis;

namespace Infra.Bench.Contestants;

/// <summary>nginx with one file in a folder.</summary>
internal sealed class NginxServer : IAsyncDisposable
{
    private const string FileName = "document.crl";

    private readonly DirectoryInfo _folder;
    private readonly FunctionProcess _process;

    private NginxServer(DirectoryInfo folder, FunctionProcess process, Uri document) =>
        (_folder, _process, Document) = (folder, process, document);

    /// <summary>Where the file is served.</summary>
    public Uri Document { get; }

    /// <exception cref="PeerUnavailableException">There is no nginx, or it did not start.</exception>
    public static async Task<NginxServer> StartAsync(
        Repository repository, byte[] document, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bench-nginx-");
        var port = FreePort();
        var template = Path.Combine(repository.Root, "bench", "peers", "nginx", "nginx.conf");
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(
            configuration,
            (await File.ReadAllTextAsync(template, cancellationToken))
                .Replace("PORT;", $"{port.ToString(CultureInfo.InvariantCulture)};", StringComparison.Ordinal),
            cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, FileName), document, cancellationToken);
        try
        {
            // Otherwise it opens the error log of its installation before it reads where ours is.
            string[] arguments = ["-p", folder.FullName, "-c", configuration, "-e", "stderr", "-g", "daemon off;"];
            var process = FunctionProcess.Start(
                new StartCommand("nginx", arguments),
                folder.FullName,
                new Dictionary<string, string>(),
                _ => { },
                _ => { });
            var server = new NginxServer(folder, process, new Uri($"http://127.0.0.1:{port}/{FileName}"));
            await server.AwaitListenerAsync(port, cancellationToken);
            return server;
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            throw new PeerUnavailableException("there is no program 'nginx' on the PATH");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AwaitListenerAsync(int port, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 100 && !_process.Exited.IsCompleted; attempt++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }
        }

        await DisposeAsync();
        throw new PeerUnavailableException(
            "nginx did not start to listen; start it with bench/peers/nginx/nginx.conf to see why");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

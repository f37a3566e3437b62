using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Infra.Local.Network;

/// <summary>One HTTP/1 listener on 127.0.0.1 and nothing else: no host, no configuration, no signal handlers.</summary>
/// <remarks>A web host for each listener would take over Ctrl-C; there is one listener for every load balancer and function process.</remarks>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private LoopbackServer(KestrelServer server, int port) => (_server, Port) = (server, port);

    /// <summary>The port that was bound.</summary>
    public int Port { get; }

    /// <summary>Starts to listen and to hand every request to <paramref name="handle"/>.</summary>
    /// <param name="port">Port to bind; 0 for any free one.</param>
    /// <param name="handle">Answers a request.</param>
    /// <param name="configure">Limits and connection middleware; null for Kestrel's defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(
        int port,
        RequestDelegate handle,
        Action<KestrelServerOptions, ListenOptions>? configure = null,
        CancellationToken cancellationToken = default)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            ApplicationServices = new ServiceCollection().BuildServiceProvider(),
        };
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            configure?.Invoke(options, listen);
        });
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        await server.StartAsync(new Application(handle), cancellationToken);
        var address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new LoopbackServer(server, new Uri(address).Port);
    }

    /// <summary>Stops at once: open connections are cut, not drained.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            if (exception is not null && !context.RequestAborted.IsCancellationRequested)
            {
                Console.Error.WriteLine($"{context.Request.Method} {context.Request.Path} failed inside the local AWS: {exception}");
            }
        }
    }
}

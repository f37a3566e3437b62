using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infra.Bench.StandIns;

/// <summary>One HTTPS listener on 127.0.0.1.</summary>
internal sealed class SecureLoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private SecureLoopbackServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single());

    public static async Task<SecureLoopbackServer> StartAsync(
        X509Certificate2 certificate, RequestDelegate handle, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(certificate);
            }));
        var server = builder.Build();
        server.Run(handle);
        await server.StartAsync(cancellationToken);
        return new SecureLoopbackServer(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Leaves Ctrl+C to the program: a host's own lifetime would take it over.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

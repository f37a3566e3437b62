using System.Net;
using System.Text;
using Infra.Local.Network;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Infra.Local.LoadBalancing;

/// <summary>An Application Load Balancer: one real listener on loopback, on a port that stands for the template's.</summary>
public sealed class LoadBalancer : IAsyncDisposable
{
    /// <summary>How long a client may keep an idle connection; the service's default (Application Load Balancers guide,
    /// "HTTP client keepalive duration").</summary>
    private static readonly TimeSpan ClientKeepAlive = TimeSpan.FromSeconds(3600);

    private readonly SecurityGroups _securityGroups;
    private LoopbackServer? _server;

    private LoadBalancer(string arn, LoadBalancerSettings settings, SecurityGroups securityGroups) =>
        (Arn, Settings, _securityGroups) = (arn, settings, securityGroups);

    public string Arn { get; }

    public LoadBalancerSettings Settings { get; internal set; }

    /// <summary>Null while no listener is deployed; connections are then cut.</summary>
    public Listener? Listener { get; internal set; }

    /// <summary>Port on loopback.</summary>
    public int Port => _server?.Port ?? 0;

    /// <summary>Name and port: on this machine the name has to carry the port, so that URLs made from it work.</summary>
    public string DnsName => $"127.0.0.1:{Port}";

    internal static async Task<LoadBalancer> StartAsync(
        string arn,
        LoadBalancerSettings settings,
        SecurityGroups securityGroups,
        int port,
        Func<LoadBalancer, ListenerRequests> requests,
        CancellationToken cancellationToken)
    {
        var loadBalancer = new LoadBalancer(arn, settings, securityGroups);
        loadBalancer._server = await LoopbackServer.StartAsync(
            port, requests(loadBalancer).HandleAsync, loadBalancer.Configure, cancellationToken);
        return loadBalancer;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The server's limits are wider than the load balancer's, which answers beyond its own in its own way.</summary>
    private void Configure(KestrelServerOptions options, ListenOptions listen)
    {
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MaxRequestLineSize = 4 * LoadBalancingLimits.MaxRequestLineBytes;
        options.Limits.MaxRequestHeadersTotalSize = 4 * LoadBalancingLimits.MaxRequestHeadersBytes;
        options.Limits.MaxRequestHeaderCount = 1000;
        options.Limits.KeepAliveTimeout = ClientKeepAlive;
        options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        options.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
        listen.Use(next => connection => LetsIn(connection) ? next(connection) : CutAsync(connection));
    }

    private bool LetsIn(ConnectionContext connection) =>
        Listener is { } listener
        && connection.RemoteEndPoint is IPEndPoint client
        && _securityGroups.LetsIn(Arn, client.Address, listener.Port);

    // On AWS such a packet is dropped and the client waits for its own timeout; nobody needs to wait here.
    private static Task CutAsync(ConnectionContext connection)
    {
        connection.Abort();
        return Task.CompletedTask;
    }
}

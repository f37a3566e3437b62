using System.Net;
using System.Net.Sockets;

namespace Infra.Local.Verification.Clients;

/// <summary>An HTTP client as a domain controller is one: plain, unauthenticated, and it sends the path as it was given.</summary>
public sealed class CrlClient : IDisposable
{
    private readonly Uri _loadBalancer;
    private readonly HttpClient _http;

    /// <param name="loadBalancer">URL of the load balancer.</param>
    /// <param name="source">Address to connect from. Default: whichever the system chooses.</param>
    public CrlClient(Uri loadBalancer, IPAddress? source = null)
    {
        _loadBalancer = loadBalancer;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, source, token),
        });
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        // Otherwise the client itself would resolve '..' and decode '%2e' before the load balancer ever saw them.
        var raw = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(method, new Uri($"http://{_loadBalancer.Authority}{path}", raw));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        // Not validated means as sent: the parsed form of Cache-Control has its directives in another order.
        var all = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).ToDictionary(
            header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));
        return new Answer((int)response.StatusCode, all, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, IPAddress? source, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (source is not null)
            {
                socket.Bind(new IPEndPoint(source, 0));
            }

            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

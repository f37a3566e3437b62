using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Infra.Local.Tests.LoadBalancing;

/// <summary>Sends bytes that no HTTP client would, and reads until the server closes.</summary>
internal static class RawHttp
{
    /// <param name="port">On 127.0.0.1.</param>
    /// <param name="request">Head and body; must ask the server to close.</param>
    /// <param name="source">Address to come from; on Linux all of 127.0.0.0/8 is there.</param>
    public static async Task<string> SendAsync(int port, string request, string source = "127.0.0.1")
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(source), 0));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), patience.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, patience.Token);
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public static Task<string> GetAsync(int port, string target, params string[] headers) =>
        SendAsync(port, $"GET {target} HTTP/1.1\r\nHost: crl.example\r\n{string.Concat(headers.Select(h => $"{h}\r\n"))}Connection: close\r\n\r\n");
}

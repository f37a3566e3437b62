using Amazon.Runtime;

namespace Infra.CrlResponder.Store;

/// <summary>HTTP for a client that is asked for one thing at a time: the thread that asks waits for the answer.</summary>
/// <remarks>
/// An instance of a function has one request in work, so there is nothing else that the thread could do. Nothing in the
/// client's pipeline of some twenty asynchronous methods is interrupted then, and none of the code that would continue
/// them has to be compiled at start: an eighth of a cold start (docs/adr/0009-speed.md).
/// </remarks>
public sealed class OneThreadHttpClientFactory : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        // What the client would set on a handler of its own; S3 sends no cookies, and nobody reads trace headers.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = clientConfig.AllowAutoRedirect,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        var http = new HttpClient(new OneThread(sockets));
        http.Timeout = clientConfig.Timeout ?? http.Timeout;
        return http;
    }

    private sealed class OneThread(HttpMessageHandler sockets) : DelegatingHandler(sockets)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}

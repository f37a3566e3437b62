using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>A client for the Runtime API: loopback HTTP, so no proxy, no cookies, no redirects, no trace headers.</summary>
internal static class RuntimeApiHttpClient
{
    public static HttpClient Create()
    {
        var client = new HttpClient(new OneThread(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }));
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent());
        return client;
    }

    private static string UserAgent()
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Name;
        var version = Assembly.GetExecutingAssembly().GetName().Version;
        var aot = RuntimeFeature.IsDynamicCodeSupported ? string.Empty : "-aot";
        return $"aws-lambda-dotnet/{runtime}-{version}{aot}";
    }

    /// <summary>Waits on the thread that asks, which has nothing else to do.</summary>
    /// <remarks>Nothing is interrupted, so the code that continues what was need not be compiled at start.</remarks>
    private sealed class OneThread(HttpMessageHandler sockets) : DelegatingHandler(sockets)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}

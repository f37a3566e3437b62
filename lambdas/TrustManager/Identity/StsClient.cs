namespace Infra.TrustManager.Identity;

/// <summary>Makes the one call that a pre-signed URL stands for.</summary>
public sealed class StsClient(HttpClient http)
{
    /// <summary>Longest response, in bytes; STS's own has less than a thousand.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>For connecting, and for the whole call: STS takes milliseconds, and the request waits for it.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Follows no redirect and keeps nothing between calls: Lambda may freeze the process in between.
    /// </summary>
    public static HttpClient CreateHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Timeout,
        MaxResponseHeadersLength = MaxBytes / 1024,
    })
    {
        Timeout = Timeout,
        MaxResponseContentBufferSize = MaxBytes,
    };

    /// <param name="url">Written anew from checked parts, or signed here.</param>
    /// <param name="binding">Value of the signed header; null where none was signed.</param>
    public async Task<StsReply> AskAsync(string url, string? binding, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.ConnectionClose = true;
        if (binding is not null)
        {
            message.Headers.TryAddWithoutValidation(RequestBinding.HeaderName, binding);
        }

        try
        {
            using var response = await http.SendAsync(message, cancellationToken);
            return StsReply.Of(
                (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException tooLarge)
            when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new StsReply.Refused($"STS returned more than {MaxBytes} bytes");
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the client throws, see ServiceCall. Its message may quote the URL, and the history has no room for why.
            return new StsReply.Unreachable();
        }
    }
}

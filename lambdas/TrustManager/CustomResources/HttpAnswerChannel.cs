using System.Net;

namespace Infra.TrustManager.CustomResources;

/// <summary>Puts answers to the pre-signed URL that came with the request.</summary>
public sealed class HttpAnswerChannel(HttpClient http, TimeProvider time) : IAnswerChannel
{
    /// <summary>
    /// Attempts for one answer; with the pauses between them about half a minute, when there is that much time.
    /// </summary>
    public const int MaxAttempts = 6;

    /// <summary>
    /// Time for one attempt: S3 takes milliseconds, and a connection that died while Lambda slept must not eat the
    /// rest.
    /// </summary>
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public async Task<Delivery> SendAsync(CustomResourceAnswer answer, TimeSpan within)
    {
        var document = AnswerDocument.Render(answer);
        var started = time.GetTimestamp();
        var problem = "no time was left to send it";
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var left = within - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            try
            {
                var attemptTime = left < AttemptTime ? left : AttemptTime;
                var status = await PutAsync(answer.Address.ResponseUrl, document, attemptTime);
                if (status is >= 200 and < 300)
                {
                    return new Delivery.Delivered();
                }

                problem = $"the response URL answered {status}";
                if (status is >= 400 and < 500
                    and not (int)HttpStatusCode.RequestTimeout and not (int)HttpStatusCode.TooManyRequests)
                {
                    return new Delivery.Refused(status);
                }
            }
            catch (Exception exception)
                when (exception is HttpRequestException or OperationCanceledException or IOException)
            {
                // Only the kind of trouble: a message may quote the URL.
                problem = exception is HttpRequestException request
                    ? $"the connection failed ({request.HttpRequestError})"
                    : $"there was no answer in time ({exception.GetType().Name})";
            }

            var pause = FirstPause * Math.Pow(2, attempt - 1);
            if (attempt < MaxAttempts && pause < within - time.GetElapsedTime(started))
            {
                await Task.Delay(pause, time);
            }
        }

        return new Delivery.Lost(problem);
    }

    private async Task<int> PutAsync(Uri url, byte[] document, TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within, time);
        using var content = new ByteArrayContent(document);

        // The URL was signed for an empty content type, and S3 takes no chunked body there.
        content.Headers.ContentType = null;
        content.Headers.ContentLength = document.Length;
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        return (int)response.StatusCode;
    }
}

using System.Net.Http.Headers;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>The four calls of Lambda's Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApiClient(HttpClient http, Uri endpoint)
{
    public const string InvocationIdHeader = "Lambda-Runtime-Invocation-Id";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(
            new Uri(endpoint, "invocation/next"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RuntimeApiAnswer.ThrowUnlessSuccessAsync(response);

        var invocation = Invocation.From(
            response.Headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return invocation.RequestId is not null
            ? invocation
            : throw RuntimeApiAnswer.Unusable(
                response, "The event has no header Lambda-Runtime-Aws-Request-Id, so nobody could be answered.");
    }

    public Task RespondAsync(Invocation invocation, Stream output)
    {
        // Not disposed: content disposes its stream, and whether the answer's stream is disposed is the handler's choice.
        HttpContent content = output is null ? new ByteArrayContent([]) : new StreamContent(output);
        content.Headers.ContentType = Json;
        return PostAsync($"invocation/{Uri.EscapeDataString(invocation.RequestId)}/response", content, invocation);
    }

    public Task ReportErrorAsync(Invocation invocation, Exception exception)
    {
        var path = $"invocation/{Uri.EscapeDataString(invocation.RequestId)}/error";
        return PostAsync(path, ErrorContent(exception), invocation, headers =>
        {
            headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", exception.GetType().Name);
            if (XRayCause.FindJson(exception) is { } cause)
            {
                headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", cause);
            }
        });
    }

    public Task ReportInitializationErrorAsync(Exception exception) =>
        PostAsync("init/error", ErrorContent(exception), invocation: null);

    private static ByteArrayContent ErrorContent(Exception exception) =>
        new(ErrorDocument.Json(exception)) { Headers = { ContentType = ErrorJson } };

    private async Task PostAsync(
        string path, HttpContent content, Invocation invocation, Action<HttpRequestHeaders> addHeaders = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, path)) { Content = content };
        addHeaders?.Invoke(request.Headers);
        if (invocation?.InvocationId is { } invocationId)
        {
            request.Headers.TryAddWithoutValidation(InvocationIdHeader, invocationId);
        }

        using var response = await http.SendAsync(request, CancellationToken.None);
        await RuntimeApiAnswer.ThrowUnlessSuccessAsync(response);
    }
}

using System.Net.Http.Headers;
using System.Text;

namespace Infra.Local.Verification.Clients;

/// <summary>Calls the local AWS over HTTP in the name of an access key.</summary>
/// <remarks>
/// The header has the form of a signature; the local AWS reads from it who calls and does not verify it.
/// </remarks>
public sealed class SignedCalls(Uri endpoint, string region, string accessKeyId) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <exception cref="UnexpectedException">The service refused; the message has its words.</exception>
    public async Task<byte[]> SendAsync(HttpRequestMessage message, string service)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={accessKeyId}/20261121/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(message);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? body
            : throw new UnexpectedException(
                $"{service} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
    }

    public void Dispose() => _http.Dispose();
}

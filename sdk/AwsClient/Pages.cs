using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.AwsClient;

/// <summary>The pages of one operation, fetched one after the other; may be enumerated once.</summary>
/// <param name="operation">Name of the operation, as the client's <c>Paginators</c> has it.</param>
/// <param name="request">Asks for the first page; each later page's token is put into it.</param>
/// <param name="fetchAsync">The operation.</param>
/// <param name="nextToken">What a page names its successor; null or empty on the last one.</param>
/// <param name="continueAt">Puts that token into the request.</param>
internal sealed class Pages<TRequest, TResponse>(
    string operation,
    TRequest request,
    Func<TRequest, CancellationToken, Task<TResponse>> fetchAsync,
    Func<TResponse, string> nextToken,
    Action<TRequest, string> continueAt) : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private bool _started;

    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started)
        {
            throw new InvalidOperationException(
                $"The pages of {operation} have been enumerated already; "
                + $"ask Paginators.{operation} for a new enumeration.");
        }

        _started = true;
        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        while (true)
        {
            var page = await fetchAsync(request, cancellationToken);
            yield return page;

            var token = nextToken(page);
            if (string.IsNullOrEmpty(token))
            {
                yield break;
            }

            continueAt(request, token);
        }
    }
}

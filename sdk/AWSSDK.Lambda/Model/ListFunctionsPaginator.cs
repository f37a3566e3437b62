using Amazon.AwsClient;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <inheritdoc cref="IListFunctionsPaginator"/>
internal sealed class ListFunctionsPaginator(
    IAmazonLambda client, ListFunctionsRequest request) : IListFunctionsPaginator
{
    private readonly Pages<ListFunctionsRequest, ListFunctionsResponse> _pages = new(
        nameof(ILambdaPaginatorFactory.ListFunctions),
        request,
        client.ListFunctionsAsync,
        page => page.NextMarker,
        (next, marker) => next.Marker = marker);

    public IPaginatedEnumerable<ListFunctionsResponse> Responses =>
        new PaginatedResponse<ListFunctionsResponse>(_pages);

    public IPaginatedEnumerable<FunctionConfiguration> Functions =>
        new PaginatedResultKeyResponse<ListFunctionsResponse, FunctionConfiguration>(
            _pages, page => page.Functions ?? []);
}

namespace Amazon.Lambda.Model;

/// <inheritdoc cref="ILambdaPaginatorFactory"/>
internal sealed class LambdaPaginatorFactory(IAmazonLambda client) : ILambdaPaginatorFactory
{
    public IListFunctionsPaginator ListFunctions(ListFunctionsRequest request) =>
        new ListFunctionsPaginator(client, request);
}

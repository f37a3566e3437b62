namespace Amazon.Lambda.Model;

/// <summary>Operations that answer in pages.</summary>
public interface ILambdaPaginatorFactory
{
    IListFunctionsPaginator ListFunctions(ListFunctionsRequest request);
}

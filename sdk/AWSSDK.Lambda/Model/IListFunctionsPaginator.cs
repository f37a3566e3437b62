using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>All functions of the account in the Region, fetched page by page; may be enumerated once.</summary>
public interface IListFunctionsPaginator
{
    IPaginatedEnumerable<ListFunctionsResponse> Responses { get; }

    IPaginatedEnumerable<FunctionConfiguration> Functions { get; }
}

using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>All directories asked for, fetched page by page; may be enumerated once.</summary>
public interface IDescribeDirectoriesPaginator
{
    IPaginatedEnumerable<DescribeDirectoriesResponse> Responses { get; }

    IPaginatedEnumerable<DirectoryDescription> DirectoryDescriptions { get; }
}

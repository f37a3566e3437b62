using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>All tags of a CA, fetched page by page; may be enumerated once.</summary>
public interface IListTagsPaginator
{
    IPaginatedEnumerable<ListTagsResponse> Responses { get; }

    IPaginatedEnumerable<Tag> Tags { get; }
}

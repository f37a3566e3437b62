namespace Amazon.DirectoryService.Model;

/// <summary>Asks for directories.</summary>
public partial class DescribeDirectoriesRequest : AmazonDirectoryServiceRequest
{
    /// <summary>Null means all of the account; the service refuses an empty list.</summary>
    public List<string> DirectoryIds { get; set; }

    public string NextToken { get; set; }

    /// <summary>At most this many on a page.</summary>
    public int? Limit { get; set; }
}

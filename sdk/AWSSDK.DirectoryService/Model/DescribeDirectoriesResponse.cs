using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>One page of directories.</summary>
public partial class DescribeDirectoriesResponse : AmazonWebServiceResponse
{
    public List<DirectoryDescription> DirectoryDescriptions { get; set; }

    public string NextToken { get; set; }
}

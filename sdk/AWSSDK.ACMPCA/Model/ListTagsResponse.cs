using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>One page of the tags of a CA.</summary>
public partial class ListTagsResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; }

    public string NextToken { get; set; }
}

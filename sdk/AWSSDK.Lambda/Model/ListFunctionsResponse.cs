using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>One page of functions.</summary>
public partial class ListFunctionsResponse : AmazonWebServiceResponse
{
    public List<FunctionConfiguration> Functions { get; set; }

    public string NextMarker { get; set; }
}

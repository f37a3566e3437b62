namespace Amazon.Lambda.Model;

/// <summary>Asks for the functions of the account in the Region.</summary>
public partial class ListFunctionsRequest : AmazonLambdaRequest
{
    public string Marker { get; set; }

    /// <summary>At most this many on a page, 1 to 50; the service never gives more.</summary>
    public int? MaxItems { get; set; }
}

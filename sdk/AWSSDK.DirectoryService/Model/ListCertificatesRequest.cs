namespace Amazon.DirectoryService.Model;

/// <summary>Asks for the registered certificates of a directory.</summary>
public partial class ListCertificatesRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public string NextToken { get; set; }

    /// <summary>At most this many on a page, 1 to 50.</summary>
    public int? Limit { get; set; }
}

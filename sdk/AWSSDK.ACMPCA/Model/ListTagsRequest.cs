namespace Amazon.ACMPCA.Model;

/// <summary>Asks for the tags of a CA.</summary>
public partial class ListTagsRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

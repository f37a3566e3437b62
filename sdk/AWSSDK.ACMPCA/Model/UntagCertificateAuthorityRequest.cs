namespace Amazon.ACMPCA.Model;

/// <summary>Removes tags of a CA: with a value only that very pair, without one whatever the value.</summary>
public partial class UntagCertificateAuthorityRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    public List<Tag> Tags { get; set; }
}

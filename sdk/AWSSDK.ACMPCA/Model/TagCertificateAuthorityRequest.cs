namespace Amazon.ACMPCA.Model;

/// <summary>Adds tags to a CA; a key that it has gets the new value.</summary>
public partial class TagCertificateAuthorityRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    public List<Tag> Tags { get; set; }
}

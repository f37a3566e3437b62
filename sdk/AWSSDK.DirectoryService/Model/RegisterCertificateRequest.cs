namespace Amazon.DirectoryService.Model;

/// <summary>Has a directory trust a CA certificate.</summary>
public partial class RegisterCertificateRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    /// <summary>One certificate in PEM, at most 8192 characters.</summary>
    public string CertificateData { get; set; }

    /// <summary>Null means <see cref="CertificateType.ClientLDAPS"/> to the service.</summary>
    public CertificateType Type { get; set; }

    public ClientCertAuthSettings ClientCertAuthSettings { get; set; }
}

namespace Amazon.ACMPCA.Model;

/// <summary>Where and how a CA writes its CRL.</summary>
public partial class CrlConfiguration
{
    public bool? Enabled { get; set; }

    /// <summary>1 to 5000 days.</summary>
    public int? ExpirationInDays { get; set; }

    /// <summary>At most 253 characters; stands in certificates instead of the bucket's host.</summary>
    public string CustomCname { get; set; }

    /// <summary>3 to 255 characters.</summary>
    public string S3BucketName { get; set; }

    public S3ObjectAcl S3ObjectAcl { get; set; }

    public CrlDistributionPointExtensionConfiguration CrlDistributionPointExtensionConfiguration { get; set; }

    public CrlType CrlType { get; set; }

    /// <summary>At most 253 characters.</summary>
    public string CustomPath { get; set; }
}

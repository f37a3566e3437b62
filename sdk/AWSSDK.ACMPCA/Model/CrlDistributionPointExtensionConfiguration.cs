namespace Amazon.ACMPCA.Model;

/// <summary>Whether certificates name a CRL distribution point.</summary>
public partial class CrlDistributionPointExtensionConfiguration
{
    public bool? OmitExtension { get; set; }
}

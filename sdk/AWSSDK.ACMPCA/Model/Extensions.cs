namespace Amazon.ACMPCA.Model;

/// <summary>Extensions of a certificate.</summary>
public partial class Extensions
{
    public List<CustomExtension> CustomExtensions { get; set; }
}

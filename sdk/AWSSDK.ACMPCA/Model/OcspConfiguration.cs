namespace Amazon.ACMPCA.Model;

/// <summary>Whether a CA answers OCSP.</summary>
public partial class OcspConfiguration
{
    public bool? Enabled { get; set; }

    public string OcspCustomCname { get; set; }
}

namespace Amazon.ACMPCA.Model;

/// <summary>What a template whose name ends with <c>_APIPassthrough</c> takes into a certificate.</summary>
public partial class ApiPassthrough
{
    public Extensions Extensions { get; set; }

    public ASN1Subject Subject { get; set; }
}

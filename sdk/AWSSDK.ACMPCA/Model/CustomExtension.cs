namespace Amazon.ACMPCA.Model;

/// <summary>An extension of a certificate, by its object identifier.</summary>
public partial class CustomExtension
{
    public string ObjectIdentifier { get; set; }

    /// <summary>Base64 of the extension's DER.</summary>
    public string Value { get; set; }

    public bool? Critical { get; set; }
}

namespace Amazon.ACMPCA.Model;

/// <summary>A part of a name that has no member of its own.</summary>
public partial class CustomAttribute
{
    public string ObjectIdentifier { get; set; }

    public string Value { get; set; }
}

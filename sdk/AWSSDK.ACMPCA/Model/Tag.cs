namespace Amazon.ACMPCA.Model;

/// <summary>A label of a CA.</summary>
public partial class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}

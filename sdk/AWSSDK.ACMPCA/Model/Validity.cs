namespace Amazon.ACMPCA.Model;

/// <summary>How long a certificate is valid.</summary>
public partial class Validity
{
    public long? Value { get; set; }

    public ValidityPeriodType Type { get; set; }
}

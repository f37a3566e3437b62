namespace Amazon.ACMPCA.Model;

/// <summary>How a CA publishes what it revoked.</summary>
public partial class RevocationConfiguration
{
    public CrlConfiguration CrlConfiguration { get; set; }

    public OcspConfiguration OcspConfiguration { get; set; }
}

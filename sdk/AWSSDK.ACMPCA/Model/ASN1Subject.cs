namespace Amazon.ACMPCA.Model;

/// <summary>A distinguished name.</summary>
public partial class ASN1Subject
{
    public string Country { get; set; }

    public string Organization { get; set; }

    public string OrganizationalUnit { get; set; }

    public string DistinguishedNameQualifier { get; set; }

    public string State { get; set; }

    public string CommonName { get; set; }

    public string SerialNumber { get; set; }

    public string Locality { get; set; }

    public string Title { get; set; }

    public string Surname { get; set; }

    public string GivenName { get; set; }

    public string Initials { get; set; }

    public string Pseudonym { get; set; }

    public string GenerationQualifier { get; set; }

    public List<CustomAttribute> CustomAttributes { get; set; }
}

using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Why a certificate is revoked (RFC 5280, section 5.3.1).</summary>
[JsonConverter(typeof(ConstantConverter<RevocationReason>))]
public class RevocationReason(string value) : ConstantClass(value)
{
    public static readonly RevocationReason UNSPECIFIED = new("UNSPECIFIED");
    public static readonly RevocationReason KEY_COMPROMISE = new("KEY_COMPROMISE");
    public static readonly RevocationReason CERTIFICATE_AUTHORITY_COMPROMISE = new("CERTIFICATE_AUTHORITY_COMPROMISE");
    public static readonly RevocationReason AFFILIATION_CHANGED = new("AFFILIATION_CHANGED");
    public static readonly RevocationReason SUPERSEDED = new("SUPERSEDED");
    public static readonly RevocationReason CESSATION_OF_OPERATION = new("CESSATION_OF_OPERATION");
    public static readonly RevocationReason PRIVILEGE_WITHDRAWN = new("PRIVILEGE_WITHDRAWN");
    public static readonly RevocationReason A_A_COMPROMISE = new("A_A_COMPROMISE");

    public static implicit operator RevocationReason(string value) => FindValue(value);

    public static RevocationReason FindValue(string value) => FindValue<RevocationReason>(value);
}

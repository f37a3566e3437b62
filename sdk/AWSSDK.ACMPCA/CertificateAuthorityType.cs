using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Whether a CA signs itself or is signed by another.</summary>
[JsonConverter(typeof(ConstantConverter<CertificateAuthorityType>))]
public class CertificateAuthorityType(string value) : ConstantClass(value)
{
    public static readonly CertificateAuthorityType ROOT = new("ROOT");
    public static readonly CertificateAuthorityType SUBORDINATE = new("SUBORDINATE");

    public static implicit operator CertificateAuthorityType(string value) => FindValue(value);

    public static CertificateAuthorityType FindValue(string value) => FindValue<CertificateAuthorityType>(value);
}

using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Where a CA is in its life.</summary>
[JsonConverter(typeof(ConstantConverter<CertificateAuthorityStatus>))]
public class CertificateAuthorityStatus(string value) : ConstantClass(value)
{
    public static readonly CertificateAuthorityStatus CREATING = new("CREATING");
    public static readonly CertificateAuthorityStatus PENDING_CERTIFICATE = new("PENDING_CERTIFICATE");
    public static readonly CertificateAuthorityStatus ACTIVE = new("ACTIVE");
    public static readonly CertificateAuthorityStatus DELETED = new("DELETED");
    public static readonly CertificateAuthorityStatus DISABLED = new("DISABLED");
    public static readonly CertificateAuthorityStatus EXPIRED = new("EXPIRED");
    public static readonly CertificateAuthorityStatus FAILED = new("FAILED");

    public static implicit operator CertificateAuthorityStatus(string value) => FindValue(value);

    public static CertificateAuthorityStatus FindValue(string value) => FindValue<CertificateAuthorityStatus>(value);
}

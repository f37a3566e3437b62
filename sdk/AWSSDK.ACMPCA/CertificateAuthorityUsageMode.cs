using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Whether a CA issues certificates of any validity, or of at most seven days only.</summary>
[JsonConverter(typeof(ConstantConverter<CertificateAuthorityUsageMode>))]
public class CertificateAuthorityUsageMode(string value) : ConstantClass(value)
{
    public static readonly CertificateAuthorityUsageMode GENERAL_PURPOSE = new("GENERAL_PURPOSE");
    public static readonly CertificateAuthorityUsageMode SHORT_LIVED_CERTIFICATE = new("SHORT_LIVED_CERTIFICATE");

    public static implicit operator CertificateAuthorityUsageMode(string value) => FindValue(value);

    public static CertificateAuthorityUsageMode FindValue(string value) => FindValue<CertificateAuthorityUsageMode>(value);
}

using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>What a CA certificate is trusted for; <see cref="ClientLDAPS"/> where a request does not say.</summary>
[JsonConverter(typeof(ConstantConverter<CertificateType>))]
public class CertificateType(string value) : ConstantClass(value)
{
    public static readonly CertificateType ClientCertAuth = new("ClientCertAuth");
    public static readonly CertificateType ClientLDAPS = new("ClientLDAPS");

    public static implicit operator CertificateType(string value) => FindValue(value);

    public static CertificateType FindValue(string value) => FindValue<CertificateType>(value);
}

using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Where a certificate is on its way into a directory or out of it.</summary>
[JsonConverter(typeof(ConstantConverter<CertificateState>))]
public class CertificateState(string value) : ConstantClass(value)
{
    public static readonly CertificateState Registering = new("Registering");
    public static readonly CertificateState Registered = new("Registered");
    public static readonly CertificateState RegisterFailed = new("RegisterFailed");
    public static readonly CertificateState Deregistering = new("Deregistering");
    public static readonly CertificateState Deregistered = new("Deregistered");
    public static readonly CertificateState DeregisterFailed = new("DeregisterFailed");

    public static implicit operator CertificateState(string value) => FindValue(value);

    public static CertificateState FindValue(string value) => FindValue<CertificateState>(value);
}

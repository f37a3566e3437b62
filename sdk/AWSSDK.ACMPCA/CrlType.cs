using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Whether a CRL is one file or many.</summary>
[JsonConverter(typeof(ConstantConverter<CrlType>))]
public class CrlType(string value) : ConstantClass(value)
{
    public static readonly CrlType COMPLETE = new("COMPLETE");
    public static readonly CrlType PARTITIONED = new("PARTITIONED");

    public static implicit operator CrlType(string value) => FindValue(value);

    public static CrlType FindValue(string value) => FindValue<CrlType>(value);
}

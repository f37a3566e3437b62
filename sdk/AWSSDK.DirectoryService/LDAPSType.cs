using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Which side of LDAPS is meant.</summary>
[JsonConverter(typeof(ConstantConverter<LDAPSType>))]
public class LDAPSType(string value) : ConstantClass(value)
{
    public static readonly LDAPSType Client = new("Client");

    public static implicit operator LDAPSType(string value) => FindValue(value);

    public static LDAPSType FindValue(string value) => FindValue<LDAPSType>(value);
}

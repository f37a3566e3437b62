using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Whether LDAPS is on, or on its way there.</summary>
[JsonConverter(typeof(ConstantConverter<LDAPSStatus>))]
public class LDAPSStatus(string value) : ConstantClass(value)
{
    public static readonly LDAPSStatus Enabling = new("Enabling");
    public static readonly LDAPSStatus Enabled = new("Enabled");
    public static readonly LDAPSStatus EnableFailed = new("EnableFailed");
    public static readonly LDAPSStatus Disabled = new("Disabled");

    public static implicit operator LDAPSStatus(string value) => FindValue(value);

    public static LDAPSStatus FindValue(string value) => FindValue<LDAPSStatus>(value);
}

using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Whether a way of client authentication is on.</summary>
[JsonConverter(typeof(ConstantConverter<ClientAuthenticationStatus>))]
public class ClientAuthenticationStatus(string value) : ConstantClass(value)
{
    public static readonly ClientAuthenticationStatus Enabled = new("Enabled");
    public static readonly ClientAuthenticationStatus Disabled = new("Disabled");

    public static implicit operator ClientAuthenticationStatus(string value) => FindValue(value);

    public static ClientAuthenticationStatus FindValue(string value) => FindValue<ClientAuthenticationStatus>(value);
}

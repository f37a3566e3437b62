using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>How clients authenticate with certificates.</summary>
[JsonConverter(typeof(ConstantConverter<ClientAuthenticationType>))]
public class ClientAuthenticationType(string value) : ConstantClass(value)
{
    public static readonly ClientAuthenticationType SmartCard = new("SmartCard");
    public static readonly ClientAuthenticationType SmartCardOrPassword = new("SmartCardOrPassword");

    public static implicit operator ClientAuthenticationType(string value) => FindValue(value);

    public static ClientAuthenticationType FindValue(string value) => FindValue<ClientAuthenticationType>(value);
}

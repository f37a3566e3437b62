using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>What kind of directory it is.</summary>
[JsonConverter(typeof(ConstantConverter<DirectoryType>))]
public class DirectoryType(string value) : ConstantClass(value)
{
    public static readonly DirectoryType SimpleAD = new("SimpleAD");
    public static readonly DirectoryType ADConnector = new("ADConnector");
    public static readonly DirectoryType MicrosoftAD = new("MicrosoftAD");
    public static readonly DirectoryType SharedMicrosoftAD = new("SharedMicrosoftAD");

    public static implicit operator DirectoryType(string value) => FindValue(value);

    public static DirectoryType FindValue(string value) => FindValue<DirectoryType>(value);
}

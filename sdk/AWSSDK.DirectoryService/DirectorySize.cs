using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Size of a Simple AD or an AD Connector.</summary>
[JsonConverter(typeof(ConstantConverter<DirectorySize>))]
public class DirectorySize(string value) : ConstantClass(value)
{
    public static readonly DirectorySize Small = new("Small");
    public static readonly DirectorySize Large = new("Large");

    public static implicit operator DirectorySize(string value) => FindValue(value);

    public static DirectorySize FindValue(string value) => FindValue<DirectorySize>(value);
}

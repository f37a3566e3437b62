using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Edition of an AWS Managed Microsoft AD.</summary>
[JsonConverter(typeof(ConstantConverter<DirectoryEdition>))]
public class DirectoryEdition(string value) : ConstantClass(value)
{
    public static readonly DirectoryEdition Enterprise = new("Enterprise");
    public static readonly DirectoryEdition Standard = new("Standard");
    public static readonly DirectoryEdition Hybrid = new("Hybrid");

    public static implicit operator DirectoryEdition(string value) => FindValue(value);

    public static DirectoryEdition FindValue(string value) => FindValue<DirectoryEdition>(value);
}

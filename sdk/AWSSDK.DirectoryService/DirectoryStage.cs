using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.DirectoryService;

/// <summary>Where a directory is in its life.</summary>
[JsonConverter(typeof(ConstantConverter<DirectoryStage>))]
public class DirectoryStage(string value) : ConstantClass(value)
{
    public static readonly DirectoryStage Requested = new("Requested");
    public static readonly DirectoryStage Creating = new("Creating");
    public static readonly DirectoryStage Created = new("Created");
    public static readonly DirectoryStage Active = new("Active");
    public static readonly DirectoryStage Inoperable = new("Inoperable");
    public static readonly DirectoryStage Impaired = new("Impaired");
    public static readonly DirectoryStage Restoring = new("Restoring");
    public static readonly DirectoryStage RestoreFailed = new("RestoreFailed");
    public static readonly DirectoryStage Deleting = new("Deleting");
    public static readonly DirectoryStage Deleted = new("Deleted");
    public static readonly DirectoryStage Failed = new("Failed");
    public static readonly DirectoryStage Updating = new("Updating");

    public static implicit operator DirectoryStage(string value) => FindValue(value);

    public static DirectoryStage FindValue(string value) => FindValue<DirectoryStage>(value);
}

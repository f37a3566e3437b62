namespace Infra.Local.CloudFormation;

/// <summary>Where a resource stands.</summary>
/// <param name="StackName">Name of its stack.</param>
/// <param name="StackId">ARN of its stack.</param>
/// <param name="LogicalId">Its key in the template.</param>
/// <param name="AssetDirectories">Unpacked file assets by the object key that the template uses for them.</param>
public sealed record ResourceContext(
    string StackName, string StackId, string LogicalId, IReadOnlyDictionary<string, string> AssetDirectories)
{
    /// <summary>A physical name in CloudFormation's manner: stack, logical id and a suffix that is stable for both.</summary>
    public string PhysicalName(int maximumLength)
    {
        var suffix = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{StackId}/{LogicalId}")))[..12];
        var stem = $"{StackName}-{LogicalId}";
        return $"{stem[..Math.Min(stem.Length, maximumLength - suffix.Length - 1)].TrimEnd('-')}-{suffix}";
    }
}

namespace Infra.Local.CloudFormation;

/// <summary>Where a resource stands.</summary>
/// <param name="StackName">Name of its stack.</param>
/// <param name="StackId">ARN of its stack.</param>
/// <param name="LogicalId">Its key in the template.</param>
/// <param name="AssetDirectories">Unpacked file assets by the object key that the template uses for them.</param>
public sealed record ResourceContext(
    string StackName, string StackId, string LogicalId, IReadOnlyDictionary<string, string> AssetDirectories)
{
    /// <summary>How many resources this logical id had before in this stack. Default: 0; a replacement has the next number.</summary>
    public int Generation { get; init; }

    /// <summary>For example <c>Custom::CaRevocation</c>; one <see cref="IResourceType"/> may serve many. Default: empty.</summary>
    public string Type { get; init; } = "";

    /// <summary>
    /// Told by a creation from when on something may exist, so that it is deleted should the creation fail; told again, it is
    /// the last one that counts. Default: nobody listens.
    /// </summary>
    public Action<DeployedResource> Begun { get; init; } = _ => { };

    /// <summary>A physical name in CloudFormation's manner: stack, logical id and a suffix that is stable for both.</summary>
    /// <remarks>A replacement gets another suffix, since it is made while the resource that it replaces still has its name.</remarks>
    public string PhysicalName(int maximumLength)
    {
        var generation = Generation == 0 ? "" : $"/{Generation}";
        var suffix = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{StackId}/{LogicalId}{generation}")))[..12];
        var stem = $"{StackName}-{LogicalId}";
        return $"{stem[..Math.Min(stem.Length, maximumLength - suffix.Length - 1)].TrimEnd('-')}-{suffix}";
    }
}

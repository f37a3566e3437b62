using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Resources.Logs;

/// <summary><c>AWS::Logs::LogGroup</c>: <c>Ref</c> is the name; attribute <c>Arn</c>, which ends in <c>:*</c>.</summary>
public sealed class LogGroupResource(LogGroups groups, AwsAccount account) : IResourceType
{
    /// <summary>Characters (CloudWatch Logs API, CreateLogGroup).</summary>
    private const int MaxNameLength = 512;

    /// <summary>Days that CloudWatch Logs accepts (CloudWatch Logs API, PutRetentionPolicy).</summary>
    private static readonly int[] RetentionChoices =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public string Name => "AWS::Logs::LogGroup";

    /// <remarks>Retention is kept for the status page, but nothing here expires.</remarks>
    public IEnumerable<string> NotEmulated(JsonObject properties) => properties.Except("LogGroupName");

    public bool MustReplace(JsonObject before, JsonObject after) => ResourceProperties.Differ(before, after, "LogGroupName");

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("LogGroupName") ?? context.PhysicalName(MaxNameLength);
        return groups.TryAdd(name, RetentionDays(properties))
            ? Task.FromResult(new DeployedResource(name, new Dictionary<string, JsonNode> { ["Arn"] = account.Arn("logs", $"log-group:{name}:*") }))
            : throw new AwsException("ResourceAlreadyExistsException", $"The log group {name} already exists.");
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        groups.SetRetention(current.PhysicalId, RetentionDays(after));
        return Task.FromResult(current);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        groups.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static int? RetentionDays(JsonObject properties)
    {
        if (properties.Text("RetentionInDays") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && RetentionChoices.Contains(days)
            ? days
            : throw new AwsException(
                "InvalidParameterException", $"Property RetentionInDays: {text} is not one of {string.Join(", ", RetentionChoices)}.");
    }
}

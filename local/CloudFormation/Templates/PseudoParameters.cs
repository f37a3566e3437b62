using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>The parameters that every stack has (CloudFormation template reference, "Pseudo parameters").</summary>
internal static class PseudoParameters
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Of(new AwsAccount("", ""), "", "").Keys, RefExpression.NoValue];

    /// <remarks>The DNS suffix is the same in both partitions that are emulated.</remarks>
    public static Dictionary<string, JsonNode> Of(AwsAccount account, string stackName, string stackId) => new()
    {
        ["AWS::AccountId"] = account.Id,
        ["AWS::NotificationARNs"] = new JsonArray(),
        ["AWS::Partition"] = account.Partition,
        ["AWS::Region"] = account.Region,
        ["AWS::StackId"] = stackId,
        ["AWS::StackName"] = stackName,
        ["AWS::URLSuffix"] = "amazonaws.com",
    };
}

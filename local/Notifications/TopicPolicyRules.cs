using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Notifications;

/// <summary>What SNS checks before it takes a topic policy, and the policy of a topic that was given none.</summary>
public static class TopicPolicyRules
{
    /// <summary>
    /// Condition key that SNS sets for services that act for an account; user guide, "Amazon SNS policy keys".
    /// </summary>
    public const string SourceOwnerKey = "aws:SourceOwner";

    /// <summary>
    /// SNS refuses <c>sns:*</c> and every other action in a topic policy; user guide, "Amazon SNS API permissions".
    /// </summary>
    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "sns:AddPermission", "sns:DeleteTopic", "sns:GetDataProtectionPolicy", "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic", "sns:ListTagsForResource", "sns:Publish", "sns:PutDataProtectionPolicy",
        "sns:Receive", "sns:RemovePermission", "sns:SetTopicAttributes", "sns:Subscribe",
    };

    /// <summary>Lets the account's own services publish, such as CloudWatch alarms, but not EventBridge.</summary>
    public static string DefaultFor(Topic topic, AwsAccount account) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray("SNS:Publish", "SNS:Subscribe", "SNS:GetTopicAttributes"),
            ["Resource"] = topic.Arn,
            ["Condition"] = new JsonObject
            {
                ["StringEquals"] = new JsonObject { [SourceOwnerKey] = account.Id },
            },
        },
    }.ToJsonString();

    /// <exception cref="AwsException"><c>InvalidParameter</c>, or <c>MalformedPolicyDocument</c>.</exception>
    public static void Check(string policy)
    {
        var document = PolicyDocument.Parse(policy, PolicyKind.Resource);
        var foreign = document.Statements.SelectMany(statement => statement.Actions.Patterns).FirstOrDefault(
            action => !Actions.Contains(action));
        if (foreign is not null)
        {
            throw new AwsException(
                "InvalidParameter",
                $"Invalid parameter: Policy statement action out of service scope! '{foreign}' is none of "
                    + $"{string.Join(", ", Actions)}.");
        }
    }
}

using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Iam;

namespace Infra.Local.Events.Trail;

/// <summary>Who called, as CloudTrail shows it; user guide, "CloudTrail userIdentity element".</summary>
internal static class CallerIdentity
{
    public static JsonObject Of(Principal principal, AwsAccount account) => principal switch
    {
        Principal.Administrator administrator =>
            Of("IAMUser", administrator.AccountId, account.GlobalArn("iam", "user/administrator")),
        Principal.Role role => Of("AssumedRole", role.AccountId, role.Arn),
        Principal.Service service => new JsonObject { ["type"] = "AWSService", ["invokedBy"] = service.Name },
        _ => new JsonObject { ["type"] = "Unknown" },
    };

    private static JsonObject Of(string type, string accountId, string arn) =>
        new() { ["type"] = type, ["accountId"] = accountId, ["arn"] = arn };
}

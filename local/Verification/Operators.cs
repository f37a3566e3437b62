using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>Callers in a role that has one policy.</summary>
public sealed class Operators(Site site)
{
    private static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Acts in a role with this policy; the role is gone afterwards.</summary>
    public async Task<string> ActAsync(
        string role, JsonObject policy, Func<SignedCalls, Task<string>> act, CancellationToken cancellationToken)
    {
        var deployed = await site.Aws.CloudFormation.DeployAsync(
            Stack(role, policy), cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Created, deployed.Outcome, $"outcome ({deployed.Reason})");
        try
        {
            using var calls = new SignedCalls(site.Aws.Endpoint, site.Aws.Account.Region, await AssumeAsync(role));
            return await act(calls);
        }
        finally
        {
            await site.Aws.CloudFormation.DeleteAsync(role, cancellationToken: cancellationToken);
        }
    }

    private AssemblyStack Stack(string role, JsonObject policy) => new(role, new JsonObject
    {
        ["Resources"] = new JsonObject
        {
            ["Role"] = new JsonObject
            {
                ["Type"] = "AWS::IAM::Role",
                ["Properties"] = new JsonObject
                {
                    ["RoleName"] = role,
                    ["AssumeRolePolicyDocument"] = new JsonObject
                    {
                        ["Version"] = "2012-10-17",
                        ["Statement"] = new JsonArray(new JsonObject
                        {
                            ["Effect"] = "Allow",
                            ["Action"] = "sts:AssumeRole",
                            ["Principal"] = new JsonObject { ["AWS"] = site.Aws.Account.GlobalArn("iam", "root") },
                        }),
                    },
                    ["Policies"] = new JsonArray(
                        new JsonObject { ["PolicyName"] = role, ["PolicyDocument"] = policy.DeepClone() }),
                },
            },
        },
    });

    private async Task<string> AssumeAsync(string role)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Action"] = "AssumeRole",
                ["Version"] = "2011-06-15",
                ["RoleArn"] = site.Aws.Account.GlobalArn("iam", $"role/{role}"),
                ["RoleSessionName"] = "alice",
            }),
        };
        var body = Encoding.UTF8.GetString(await site.Administrator.Calls.SendAsync(message, "sts"));
        return XElement.Parse(body).Descendants(Sts + "AccessKeyId").Single().Value;
    }
}

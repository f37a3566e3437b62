using System.Text.Json.Nodes;

namespace Infra.Local.Verification;

/// <summary>Events in the form of CloudFormation's that ask for one CA more, and what is wrong with each.</summary>
/// <param name="directoryId">Whose function and resource they are about.</param>
public sealed class ForgedEvents(Site site, string directoryId)
{
    private const string Type = "Custom::DirectoryTrust";

    /// <summary>Of the function that CloudFormation invokes.</summary>
    public string FunctionArn => (string)Properties["ServiceToken"]!;

    /// <summary>Properties of the deployed resource.</summary>
    private JsonObject Properties => site.Stacks.SelectMany(stack => stack.Resources)
        .Single(resource => resource.Type == Type && (string?)resource.Properties["DirectoryId"] == directoryId)
        .Properties;

    /// <summary>Each with the words of its refusal.</summary>
    public IEnumerable<(JsonObject Event, string Problem)> All()
    {
        const string foreign = "acts only on resource";
        yield return (With("StackId", site.Aws.Account.Arn("cloudformation", "stack/Another/0")), foreign);
        yield return (With("LogicalResourceId", "Another"), foreign);
        var deletion = With("LogicalResourceId", "Another");
        deletion["RequestType"] = "Delete";
        yield return (deletion, foreign);
        foreach (var url in Elsewhere())
        {
            yield return (With("ResponseURL", url), "CloudFormation's is https://");
        }
    }

    /// <summary>The bucket of CRLs, where a signature is needed, and a host outside.</summary>
    private string[] Elsewhere() =>
        [new Uri(site.Aws.Endpoint, $"{site.Bucket}/crl/stolen.crl").AbsoluteUri, "https://attacker.example/collect"];

    private JsonObject With(string member, string value)
    {
        var variables = site.Aws.Functions.Get(FunctionArn).Configuration.Environment;
        var region = site.Aws.Account.Region.Replace("-", "", StringComparison.Ordinal);
        var properties = Properties.DeepClone().AsObject();
        properties["SmartCard"]!["Certificates"] = new JsonArray(
            [.. new SampleChain("Stranger's", site.Now).Pems.Select(pem => JsonValue.Create(pem))]);
        return new JsonObject
        {
            ["RequestType"] = "Update",
            ["ResponseURL"] = new Uri(
                site.Aws.Endpoint,
                $"cloudformation-custom-resource-response-{region}/forged?X-Amz-Signature=0").AbsoluteUri,
            ["StackId"] = variables["RESOURCE_STACK_ID"],
            ["RequestId"] = "forged",
            ["LogicalResourceId"] = variables["RESOURCE_LOGICAL_ID"],
            ["ResourceType"] = Type,
            ["PhysicalResourceId"] = $"directory-trust/{directoryId}",
            ["ResourceProperties"] = properties,
            ["OldResourceProperties"] = Properties.DeepClone(),
            [member] = value,
        };
    }
}

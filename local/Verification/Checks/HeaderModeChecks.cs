using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Hosting;

namespace Infra.Local.Verification.Checks;

/// <summary>The target group's other way of passing headers, which somebody may switch on.</summary>
public sealed class HeaderModeChecks(Site site, CloudAssembly assembly)
{
    private const string TargetGroup = "AWS::ElasticLoadBalancingV2::TargetGroup";

    public IEnumerable<Check> All() =>
    [
        new("With multi-value headers on the target group, the answers are the same", SameAnswersAsync),
    ];

    private async Task<string> SameAnswersAsync(CancellationToken cancellationToken)
    {
        var single = await AnswersAsync();
        var changed = Templates.Change(assembly.StackOf("CrlDistribution"), TargetGroup, properties => properties["TargetGroupAttributes"] = new JsonArray(
            new JsonObject { ["Key"] = "lambda.multi_value_headers.enabled", ["Value"] = "true" }));
        var result = await site.Aws.CloudFormation.DeployAsync(changed, cancellationToken: cancellationToken);
        Expect.True(result.IsSuccess && result.Changes.Count > 0, $"the target group is changed: {result.Reason}");
        var multiple = await AnswersAsync();
        await AssemblyDeployment.DeployAsync(site.Aws, assembly, progress: null, cancellationToken);
        Expect.Equal(single, multiple, "answers");
        return multiple;
    }

    /// <summary>A full answer, a 304 and a refusal, as one text.</summary>
    private async Task<string> AnswersAsync()
    {
        var full = await site.Client.GetAsync(site.CaCrlPath);
        var unchanged = await site.Client.GetAsync(site.CaCrlPath, ("If-None-Match", full["etag"]));
        var refused = await site.Client.SendAsync(HttpMethod.Post, site.CaCrlPath);
        return $"{full} {full["etag"]}; {unchanged.Status}; {refused.Status} Allow {refused["allow"]}";
    }
}

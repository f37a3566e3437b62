using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Events;
using Infra.Local.Events.Resources;
using Infra.Local.Events.Rules;
using Infra.Local.Lambda.Permissions;
using Infra.Local.Tests.Lambda;

namespace Infra.Local.Tests.Events;

/// <summary>Rules that call the function <c>responder</c>, on a clock that only tests move.</summary>
internal sealed class RuleRig : IAsyncDisposable
{
    public static readonly string FunctionArn = Some.Account.Arn("lambda", "function:responder");

    public RuleRig()
    {
        Bus = new EventBus(Some.Account);
        Rules = new EventRules(Bus, Lambda.Functions.Events, Some.Account, Lambda.Clock);
        Resource = new RuleResource(Rules, Some.Account);
        Rules.Changed += run =>
        {
            lock (Ended)
            {
                if (run.IsOver)
                {
                    Ended.Add(run);
                }
            }
        };
    }

    public LambdaRig Lambda { get; } = new();

    public EventBus Bus { get; }

    public EventRules Rules { get; }

    public RuleResource Resource { get; }

    /// <summary>Runs that are over, in the order in which they ended.</summary>
    public List<RuleRun> Ended { get; } = [];

    public static ResourceContext Context { get; } = new(
        "Trust", "arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/Trust/1", "Schedule", new Dictionary<string, string>());

    /// <summary>A rule with the function as its one target, and by default the permission to call it.</summary>
    public async Task<DeployedResource> DeployAsync(JsonObject properties, bool isPermitted = true, JsonNode? input = null)
    {
        var target = new JsonObject { ["Id"] = "Target0", ["Arn"] = FunctionArn };
        if (input is not null)
        {
            target["Input"] = input.ToJsonString();
        }

        properties["Targets"] ??= new JsonArray(target);
        var deployed = await Resource.CreateAsync(Context, properties, default);
        if (isPermitted)
        {
            Lambda.Functions.Get(FunctionArn).Policy.Add(
                new InvokeGrant(deployed.PhysicalId, "lambda:InvokeFunction", "events.amazonaws.com")
                {
                    SourceArn = deployed.Attributes["Arn"].ToString(),
                });
        }

        return deployed;
    }

    public Task MoveAsync(TimeSpan by) => Lambda.Clock.AdvanceAsync(by, LambdaRig.Patience);

    public ValueTask DisposeAsync() => Lambda.DisposeAsync();
}

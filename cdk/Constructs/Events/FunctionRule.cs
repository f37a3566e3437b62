using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Infra.Cdk.Constructs.Events;

/// <summary>A rule of the account's event bus that invokes a function with the event as it is, time included.</summary>
public sealed class FunctionRule : Construct
{
    public FunctionRule(Construct scope, string id, FunctionRuleProps props)
        : base(scope, id)
    {
        var rule = new CfnRule(this, "Resource", new CfnRuleProps
        {
            Description = props.Description,
            ScheduleExpression = props.Schedule,
            EventPattern = props.Pattern,
            Targets = new[] { new CfnRule.TargetProperty { Id = "Function", Arn = props.Function.Arn } },
        });
        _ = new CfnPermission(this, "Permission", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = props.Function.Arn,
            Principal = "events.amazonaws.com",
            SourceArn = rule.AttrArn,
        });
    }
}

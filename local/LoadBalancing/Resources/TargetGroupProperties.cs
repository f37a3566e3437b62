using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.LoadBalancing.Health;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary>Reads a target group as it stands in a template.</summary>
internal static class TargetGroupProperties
{
    private const string MultiValueHeaders = "lambda.multi_value_headers.enabled";

    private static readonly string[] Emulated =
    [
        "HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckTimeoutSeconds",
        "HealthyThresholdCount", "Matcher", "Name", "Tags", "TargetGroupAttributes", "Targets", "TargetType",
        "UnhealthyThresholdCount",
    ];

    // Elastic Load Balancing API reference, CreateTargetGroup: not for Lambda functions.
    private static readonly string[] NotForFunctions = ["Port", "Protocol", "ProtocolVersion", "VpcId"];

    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except(Emulated),
        .. properties.KeyValues("TargetGroupAttributes")
            .Where(attribute => attribute.Key != MultiValueHeaders && attribute is not { Key: "stickiness.enabled", Value: "false" })
            .Select(attribute => $"TargetGroupAttributes.{attribute.Key}"),
    ];

    public static TargetGroupSettings Read(ResourceContext context, JsonObject properties)
    {
        if (properties.Text("TargetType") is var type && type != "lambda")
        {
            throw new AwsException(
                "ValidationError", $"TargetType is {type ?? "missing"}; the local AWS has target groups of type lambda only.");
        }

        if (NotForFunctions.FirstOrDefault(properties.ContainsKey) is { } extra)
        {
            throw new AwsException("ValidationError", $"{extra} cannot be specified for target groups with target type 'lambda'.");
        }

        return new TargetGroupSettings
        {
            Name = properties.Text("Name") ?? context.PhysicalName(LoadBalancingLimits.MaxNameLength),
            FunctionArn = FunctionOf(properties),
            MultiValueHeaders = properties.KeyValues("TargetGroupAttributes").GetValueOrDefault(MultiValueHeaders) == "true",
            HealthCheck = properties.Flag("HealthCheckEnabled") == true ? HealthCheckOf(properties).Checked() : null,
        };
    }

    private static string? FunctionOf(JsonObject properties) => properties.Objects("Targets") switch
    {
        [] => null,
        [var target] => target.RequiredText("Id"),
        var targets => throw new AwsException(
            "TooManyTargets", $"There are {targets.Count} targets; a target group holds one Lambda function."),
    };

    private static HealthCheckSettings HealthCheckOf(JsonObject properties)
    {
        var standard = new HealthCheckSettings();
        return standard with
        {
            Path = properties.Text("HealthCheckPath") ?? standard.Path,
            Interval = Seconds(properties, "HealthCheckIntervalSeconds") ?? standard.Interval,
            Timeout = Seconds(properties, "HealthCheckTimeoutSeconds") ?? standard.Timeout,
            HealthyThreshold = properties.Number("HealthyThresholdCount") ?? standard.HealthyThreshold,
            UnhealthyThreshold = properties.Number("UnhealthyThresholdCount") ?? standard.UnhealthyThreshold,
            Matcher = properties.Child("Matcher")?.Text("HttpCode") is { } codes ? StatusMatcher.Parse(codes) : standard.Matcher,
        };
    }

    private static TimeSpan? Seconds(JsonObject properties, string name) =>
        properties.Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}

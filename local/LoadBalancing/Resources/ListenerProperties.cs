using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary>Reads a listener as it stands in a template.</summary>
internal static class ListenerProperties
{
    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except("DefaultActions", "LoadBalancerArn", "Port", "Protocol"),
        .. properties.Objects("DefaultActions").SelectMany(
            (action, i) => action.Except("FixedResponseConfig", "ForwardConfig", "Order", "TargetGroupArn", "Type")
                .Select(name => $"DefaultActions[{i}].{name}")),
    ];

    public static Listener Read(string arn, JsonObject properties)
    {
        if (properties.Text("Protocol") is var protocol && protocol != "HTTP")
        {
            throw new AwsException(
                "ValidationError", $"Protocol is {protocol ?? "missing"}; the local AWS has HTTP listeners only.");
        }

        var port = properties.Number("Port") ?? throw new AwsException("ValidationError", "Property Port is required.");
        return properties.Objects("DefaultActions") is [var action]
            ? new Listener(arn, port, ActionOf(action))
            : throw new AwsException("ValidationError", "DefaultActions must hold one action: forward or fixed-response.");
    }

    private static ListenerAction ActionOf(JsonObject action) => action.RequiredText("Type") switch
    {
        "forward" => new ListenerAction.Forward(TargetGroupOf(action)),
        "fixed-response" when action.Child("FixedResponseConfig") is { } response => new ListenerAction.FixedResponse(
            response.Number("StatusCode") ?? throw new AwsException("ValidationError", "Property StatusCode is required."),
            response.Text("ContentType") ?? "text/plain",
            response.Text("MessageBody") ?? ""),
        var type => throw new AwsException(
            "ValidationError", $"The default action is {type}; the local AWS does forward and fixed-response (with its config)."),
    };

    private static string TargetGroupOf(JsonObject action) =>
        (action.Text("TargetGroupArn"), action.Child("ForwardConfig")?.Objects("TargetGroups") ?? []) switch
        {
            ({ } arn, _) => arn,
            (null, [var only]) => only.RequiredText("TargetGroupArn"),
            _ => throw new AwsException("ValidationError", "A forward action must name one target group; the local AWS does not split."),
        };
}

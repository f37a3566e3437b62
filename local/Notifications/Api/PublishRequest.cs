using Infra.Local.Endpoint;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Notifications.Api;

/// <summary>The parameters of Publish, as far as they are emulated.</summary>
internal static class PublishRequest
{
    private static readonly string[] Emulated = ["Action", "Version", "TopicArn", "TargetArn", "Subject", "Message"];

    /// <exception cref="AwsException"><c>InvalidParameter</c>, or <c>NotImplemented</c>.</exception>
    public static Publication Read(HttpRequest request)
    {
        if (AwsQuery.ParametersOf(request).Except(Emulated).FirstOrDefault() is { } other)
        {
            throw new AwsException(
                "NotImplemented",
                $"The local AWS does not emulate the parameter '{other}' of sns:Publish. Leave it out, or test it "
                    + "against an AWS account.",
                501);
        }

        var topicArn = AwsQuery.Parameter(request, "TopicArn")
            ?? AwsQuery.Parameter(request, "TargetArn")
            ?? throw new AwsException(
                "InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter");
        return new Publication(
            topicArn, AwsQuery.Parameter(request, "Subject"), AwsQuery.Parameter(request, "Message") ?? "");
    }
}

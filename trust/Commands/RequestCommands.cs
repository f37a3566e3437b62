using System.CommandLine;
using Infra.Trust.Questions;

namespace Infra.Trust.Commands;

/// <summary>What a person can ask for.</summary>
internal static class RequestCommands
{
    public static IReadOnlyList<RequestCommand> All() => [Plan(), Apply(), Hold(), Release(), History(), Published()];

    private static RequestCommand Plan()
    {
        var time = new Option<string?>("--time")
        {
            Description = "As if it were this day or moment (ISO 8601). Default: now.",
        };
        return new RequestCommand(
            "plan",
            "What would be done now, and what later on which day. Changes nothing.",
            SubjectArgument.DirectoryOrAuthority(),
            parsed => new Request("plan") { Time = parsed.GetValue(time) }) { Options = [time] };
    }

    private static RequestCommand Apply() => new(
        "apply",
        "Do now what the plan says, whatever the rotation mode is. Overlaps and holds are kept.",
        SubjectArgument.Directory(),
        _ => new Request("apply"));

    private static RequestCommand Hold()
    {
        var reason = new Option<string>("--reason")
        {
            Description = "Why, for whoever finds the directory held; at most 200 characters.",
            Required = true,
        };
        var until = new Option<string?>("--until")
        {
            Description = "Day or moment (ISO 8601) at which the hold ends by itself. Default: when it is released.",
        };
        return new RequestCommand(
            "hold",
            "Make scheduled runs leave a directory alone; they still warn.",
            SubjectArgument.Directory(),
            parsed => new Request("hold") { Reason = parsed.GetValue(reason), Until = parsed.GetValue(until) })
        {
            Options = [reason, until],
        };
    }

    private static RequestCommand Release() => new(
        "release", "End a hold.", SubjectArgument.Directory(), _ => new Request("release"));

    private static RequestCommand History() => new(
        "history",
        "What was done, when and why.",
        SubjectArgument.DirectoryOrAuthority(),
        _ => new Request("history"));

    private static RequestCommand Published()
    {
        var thumbprint = ThumbprintArgument.Create();
        return new RequestCommand(
            "published",
            "Say that a CA's certificate is in Active Directory now: in Root or SubCA, and in NTAuth.",
            SubjectArgument.Authority(),
            parsed => new Request("published") { Thumbprint = parsed.GetRequiredValue(thumbprint) })
        {
            MoreArguments = [thumbprint],
        };
    }
}

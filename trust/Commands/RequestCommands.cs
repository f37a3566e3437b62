using System.CommandLine;
using Infra.Trust.Questions;
using Infra.TrustManager.Settings;

namespace Infra.Trust.Commands;

/// <summary>What a person can ask for.</summary>
internal static class RequestCommands
{
    public static IReadOnlyList<RequestCommand> All() =>
        [Plan(), Status(), Apply(), Hold(), Release(), History(), Approvals(), Approve(), Reject(), Published()];

    private static RequestCommand Plan() => AtATime(
        OperatorRequests.Plan, "What would be done now, and what later on which day. Changes nothing.");

    private static RequestCommand Status() => AtATime(
        OperatorRequests.Status,
        "What is registered and for how long, features, hold, last run, next changes. Changes nothing.");

    private static RequestCommand AtATime(string name, string description)
    {
        var time = new Option<string?>("--time")
        {
            Description = "As if it were this day or moment (ISO 8601). Default: now.",
        };
        return new RequestCommand(
            name,
            description,
            SubjectArgument.DirectoryOrAuthority(),
            parsed => new Request(name) { Time = parsed.GetValue(time) }) { Options = [time] };
    }

    private static RequestCommand Apply() => new(
        OperatorRequests.Apply,
        "Do now what the plan says, whatever the rotation mode is. Overlaps and holds are kept. "
            + "For a CA: put its deployed CRL settings back.",
        SubjectArgument.DirectoryOrAuthority(),
        _ => new Request(OperatorRequests.Apply));

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
            OperatorRequests.Hold,
            "Make scheduled runs leave a directory alone; they still warn.",
            SubjectArgument.Directory(),
            parsed => new Request(OperatorRequests.Hold)
            {
                Reason = parsed.GetValue(reason), Until = parsed.GetValue(until),
            })
        {
            Options = [reason, until],
        };
    }

    private static RequestCommand Release() => new(
        OperatorRequests.Release,
        "End a hold.",
        SubjectArgument.Directory(),
        _ => new Request(OperatorRequests.Release));

    private static RequestCommand History() => new(
        OperatorRequests.History,
        "What was done, when and why.",
        SubjectArgument.DirectoryOrAuthority(),
        _ => new Request(OperatorRequests.History));

    private static RequestCommand Approvals() => new(
        OperatorRequests.Approvals,
        "What lies in the sources of a directory and waits for approval, and what was decided. Changes nothing.",
        SubjectArgument.Directory(),
        _ => new Request(OperatorRequests.Approvals));

    private static RequestCommand Approve() => Decision(
        OperatorRequests.Approve,
        "Let a CA certificate that waits be registered, with the waiting ones below it; then run as scheduled.");

    private static RequestCommand Reject() => Decision(
        OperatorRequests.Reject,
        "Keep a CA certificate that waits from being registered, and end its notifications. Removes nothing.");

    private static RequestCommand Decision(string name, string description)
    {
        var thumbprint = ThumbprintArgument.Create();
        var purpose = new Option<string?>("--purpose")
        {
            Description = "smartCard or ldaps. Needed to approve where the directory has both; to reject, default: both.",
        };
        return new RequestCommand(
            name,
            description,
            SubjectArgument.Directory(),
            parsed => new Request(name)
            {
                Thumbprint = parsed.GetRequiredValue(thumbprint), Purpose = parsed.GetValue(purpose),
            })
        {
            MoreArguments = [thumbprint], Options = [purpose],
        };
    }

    private static RequestCommand Published()
    {
        var thumbprint = ThumbprintArgument.Create();
        return new RequestCommand(
            OperatorRequests.Published,
            "Say that a CA's certificate is in Active Directory now: in Root or SubCA, and in NTAuth.",
            SubjectArgument.Authority(),
            parsed => new Request(OperatorRequests.Published) { Thumbprint = parsed.GetRequiredValue(thumbprint) })
        {
            MoreArguments = [thumbprint],
        };
    }
}

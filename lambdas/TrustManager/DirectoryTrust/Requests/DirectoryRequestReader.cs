using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Reads what an operator asks about a directory.</summary>
public static class DirectoryRequestReader
{
    /// <summary>Longest reason of a hold, in characters: a sentence, which the history and messages repeat.</summary>
    private const int MaxReason = 200;

    /// <param name="target">The function that was invoked.</param>
    /// <param name="now">By the function's clock.</param>
    public static RequestReading<DirectoryRequest> Read(
        Invocation invocation, RequestTarget target, DateTimeOffset now) => RequestReading<DirectoryRequest>.Of(
            invocation, target, (name, id, members) => Read(name, id, members, now));

    private static DirectoryRequest Read(string name, string id, RequestMembers members, DateTimeOffset now) =>
        name switch
        {
            OperatorRequests.Plan => new DirectoryRequest.Plan(
                id, Properties(members, id), members.Time("time") ?? now),
            OperatorRequests.Status => new DirectoryRequest.Status(id, members.Time("time") ?? now),
            OperatorRequests.History => new DirectoryRequest.History(id),
            OperatorRequests.Apply => new DirectoryRequest.Apply(id),
            OperatorRequests.Hold => new DirectoryRequest.Hold(id, Reason(members), Until(members, now)),
            OperatorRequests.Release => new DirectoryRequest.Release(id),
            OperatorRequests.Approvals => new DirectoryRequest.Approvals(id),
            OperatorRequests.Approve => new DirectoryRequest.Approve(
                id, members.Thumbprint("thumbprint"), Purpose(members)),
            OperatorRequests.Reject => new DirectoryRequest.Reject(
                id, members.Thumbprint("thumbprint"), Purpose(members)),
            _ => throw new InvalidOperationException($"Nothing reads the request '{name}'."),
        };

    /// <summary>Properties of another directory would make a plan for that one, which may not be served here.</summary>
    private static ResourceProperties? Properties(RequestMembers members, string id)
    {
        var given = members.Object("properties", "with the properties of Custom::DirectoryTrust");
        if (given is null)
        {
            return null;
        }

        var properties = ResourceProperties.From(given);
        if (properties[nameof(DirectoryTrustProperties.DirectoryId)] is { } other && other != id)
        {
            members.Add($"properties are of directory '{RequestTarget.Shown(other)}', and the request is about {id}");
        }

        return properties;
    }

    private static CertificatePurpose? Purpose(RequestMembers members)
    {
        if (members.Text("purpose") is not { } text)
        {
            return null;
        }

        var purpose = PurposeName.OfSection(text);
        if (purpose is null)
        {
            members.Add(
                $"purpose is '{RequestTarget.Shown(text)}'; it must be one of {string.Join(", ", PurposeName.Sections)}, "
                + "or be left out to reject for every purpose, or to approve where the directory has one purpose");
        }

        return purpose;
    }

    private static string Reason(RequestMembers members)
    {
        var reason = members.Text("reason")?.Trim() ?? "";
        if (reason.Length is 0 or > MaxReason)
        {
            members.Add(
                $"reason has {reason.Length} characters; it must have 1 to {MaxReason}, for those who find the "
                + "directory held");
        }

        return Printable.Value(reason);
    }

    private static DateTimeOffset? Until(RequestMembers members, DateTimeOffset now)
    {
        var until = members.Time("until");
        if (until <= now)
        {
            members.Add($"until is {until:u}, which is not after {now:u}, the time by the function's clock");
        }

        return until;
    }
}

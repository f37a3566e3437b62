using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;

namespace Infra.Local.Tests.Lambda;

/// <summary>Allows roles and the administrator all but <see cref="DeniedActions"/>; a service needs a statement that names it.</summary>
internal sealed class FakeAccessControl : IAccessControl
{
    public HashSet<string> DeniedActions { get; } = [];

    public List<AccessRequest> Asked { get; } = [];

    public void Demand(AccessRequest request, string? resourcePolicy = null)
    {
        lock (Asked)
        {
            Asked.Add(request);
        }

        var allowed = request.Principal is Principal.Service service
            ? Statements(resourcePolicy).Any(statement => Allows(statement, service, request.Action))
            : !DeniedActions.Contains(request.Action);
        if (!allowed)
        {
            throw new AwsException(
                "AccessDenied", $"{request.Principal} is not authorized to perform: {request.Action} on {request.Resource}", 403);
        }
    }

    private static IEnumerable<JsonNode> Statements(string? policy) =>
        policy is null ? [] : JsonNode.Parse(policy)!["Statement"]!.AsArray().Select(statement => statement!);

    private static bool Allows(JsonNode statement, Principal.Service service, string action)
    {
        var source = (string?)statement["Condition"]?["ArnLike"]?["aws:SourceArn"];
        var account = (string?)statement["Condition"]?["StringEquals"]?["aws:SourceAccount"];
        return (string?)statement["Principal"]!["Service"] == service.Name
            && (string?)statement["Action"] == action
            && (source is null || service.SourceArn.StartsWith(source.TrimEnd('*'), StringComparison.Ordinal))
            && (account is null || service.SourceAccount == account);
    }
}

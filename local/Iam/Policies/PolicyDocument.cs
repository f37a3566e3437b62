using System.Text.Json.Nodes;

namespace Infra.Local.Iam.Policies;

/// <summary>A policy, read strictly: what the local AWS cannot evaluate is an error when the policy is set, never a silent yes.</summary>
/// <param name="HasVariables">True from version 2012-10-17 on: <c>${…}</c> is replaced.</param>
/// <param name="Statements">In the order of the document.</param>
public sealed record PolicyDocument(bool HasVariables, IReadOnlyList<PolicyStatement> Statements)
{
    /// <exception cref="Endpoint.AwsException"><c>MalformedPolicyDocument</c>, naming the element and what is allowed.</exception>
    public static PolicyDocument Parse(string json, PolicyKind kind) => PolicyReader.Read(json, kind);

    /// <inheritdoc cref="Parse(string, PolicyKind)"/>
    public static PolicyDocument Parse(JsonNode? document, PolicyKind kind) => PolicyReader.Read(document, kind);

    /// <summary>The first statement of this effect that is about the request; null when none is.</summary>
    internal PolicyStatement? Find(PolicyEffect effect, AccessRequest request, RequestContext context)
    {
        var variables = HasVariables ? PolicyVariables.Of(context) : PolicyVariables.None;
        return Statements.FirstOrDefault(statement =>
            statement.Effect == effect
            && IsAbout(request.Principal, statement)
            && statement.MatchesCall(request, context, variables));
    }

    private static bool IsAbout(Principal principal, PolicyStatement statement) => statement.Principals is not { } principals
        || (statement.Effect == PolicyEffect.Deny ? principals.Denies(principal) : principals.Allows(principal));
}

using System.Text.Json.Nodes;
using Infra.Cdk.Tests.Stacks;

namespace Infra.Cdk.Tests.Permissions;

/// <summary>What the roles and the policies of resources in a template allow and deny.</summary>
internal static class TemplatePermissions
{
    public static IEnumerable<PermissionRow> Of(Template template) =>
    [
        .. template.Ids("AWS::IAM::Role").SelectMany(id => OfRole(template, id)),
        .. template.Resources.Where(HasPolicy).SelectMany(OfResourcePolicy),
        .. template.All("AWS::Lambda::Permission").Select(one => new PermissionRow(
            (string)one["Properties"]!["Principal"]!, "allow", (string)one["Properties"]!["Action"]!)),
    ];

    /// <summary>The function that has the role; every role belongs to exactly one.</summary>
    public static string FunctionOf(Template template, string role)
    {
        var function = Assert.Single(
            template.All("AWS::Lambda::Function"),
            one => (string?)one["Properties"]!["Role"]!["Fn::GetAtt"]![0] == role);
        var variables = function["Properties"]!["Environment"]!["Variables"]!;
        return (string?)variables["TRUST_MANAGER_FUNCTION"] ?? "CrlResponder";
    }

    /// <summary>Actions that a role may use on every resource.</summary>
    public static IEnumerable<string> OnEveryResource(Template template) => template.All("AWS::IAM::Role")
        .SelectMany(Template.StatementsIn)
        .Where(statement => (string)statement["Effect"]! == "Allow" && Texts.Of(statement["Resource"]).Contains("*"))
        .SelectMany(statement => Texts.Of(statement["Action"]));

    private static IEnumerable<PermissionRow> OfRole(Template template, string id) =>
        from statement in Template.StatementsIn(template.Resource(id)["Properties"]!["Policies"])
        from action in Texts.Of(statement["Action"])
        select new PermissionRow(FunctionOf(template, id), EffectOf(statement), action);

    /// <summary>Policies of buckets, topics and whatever else has one.</summary>
    private static bool HasPolicy(JsonObject resource) => resource["Properties"]?["PolicyDocument"] is not null;

    private static IEnumerable<PermissionRow> OfResourcePolicy(JsonObject resource) =>
        from statement in Template.StatementsIn(resource["Properties"]!["PolicyDocument"])
        from principal in PrincipalsOf(statement["Principal"]!)
        from action in Texts.Of(statement["Action"])
        select new PermissionRow(principal, EffectOf(statement), action);

    private static IEnumerable<string> PrincipalsOf(JsonNode principal) => principal is JsonObject kinds
        ? kinds.SelectMany(kind => Texts.Of(kind.Value))
        : Texts.Of(principal);

    private static string EffectOf(JsonObject statement) => ((string)statement["Effect"]!).ToLowerInvariant();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Local.Iam.Policies;

/// <summary>Reads the principals of a statement.</summary>
internal static partial class PrincipalReader
{
    public static PrincipalElement? Read(JsonObject statement, string where, PolicyKind kind)
    {
        var (positive, negative) = (statement["Principal"], statement["NotPrincipal"]);
        if (positive is not null && negative is not null)
        {
            throw MalformedPolicy.Error(where, "it has both Principal and NotPrincipal.");
        }

        var node = positive ?? negative;
        if (node is null != (kind == PolicyKind.Identity))
        {
            throw MalformedPolicy.Error(where, node is null
                ? "a policy on a resource and a trust policy name a Principal in each statement."
                : "a policy on a role has no Principal; the role is the principal.");
        }

        return node is null ? null : ReadElement(node, $"{where}.{(negative is null ? "" : "Not")}Principal", negative is not null);
    }

    private static PrincipalElement ReadElement(JsonNode node, string where, bool negated)
    {
        if (node is JsonValue && PolicyValues.Strings(node, where) is ["*"])
        {
            return new PrincipalElement(negated, Everyone: true, [], []);
        }

        if (node is not JsonObject { Count: > 0 } kinds)
        {
            throw MalformedPolicy.Error(where, $"{node.ToJsonString()} is neither \"*\" nor an object with AWS or Service.");
        }

        foreach (var (name, _) in kinds.Where(member => member.Key is not ("AWS" or "Service")))
        {
            throw MalformedPolicy.Error(where, $"principals of kind '{name}' are not emulated; AWS and Service are.");
        }

        var aws = kinds["AWS"] is { } names ? PolicyValues.Strings(names, $"{where}.AWS") : [];
        foreach (var name in aws.Where(name => name != "*" && !AwsPrincipal().IsMatch(name)))
        {
            throw MalformedPolicy.Error($"{where}.AWS", $"'{name}' is neither *, an account id nor the ARN of an account, role or user.");
        }

        var services = kinds["Service"] is { } serviceNames ? PolicyValues.Strings(serviceNames, $"{where}.Service") : [];
        foreach (var name in services.Where(name => !ServicePrincipal().IsMatch(name)))
        {
            throw MalformedPolicy.Error($"{where}.Service", $"'{name}' is not a service principal such as lambda.amazonaws.com.");
        }

        return new PrincipalElement(negated, aws.Contains("*"), aws, services);
    }

    [GeneratedRegex(@"^([0-9]{12}|arn:[^:*?]+:(iam|sts)::[0-9]{12}:(root|(role|user|assumed-role)/[^*?]+))$")]
    private static partial Regex AwsPrincipal();

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    private static partial Regex ServicePrincipal();
}

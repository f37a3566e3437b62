using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Iam.Conditions;

namespace Infra.Local.Iam.Policies;

/// <summary>Reads policy JSON, in which a single value may stand where a list may.</summary>
/// <remarks>IAM user guide, "Grammar of the IAM JSON policy language".</remarks>
internal static class PolicyReader
{
    private static readonly string[] DocumentElements = ["Version", "Id", "Statement"];

    private static readonly string[] StatementElements =
    [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ];

    public static PolicyDocument Read(string json, PolicyKind kind)
    {
        try
        {
            return Read(JsonNode.Parse(json), kind);
        }
        catch (JsonException e)
        {
            throw MalformedPolicy.Error("The policy", $"it is not JSON: {e.Message}");
        }
    }

    public static PolicyDocument Read(JsonNode? node, PolicyKind kind)
    {
        var document = ObjectAt(node, "The policy");
        RefuseUnknown(document, DocumentElements, "The policy");
        var version = document["Version"]?.ToString() ?? "2008-10-17";
        if (version is not ("2012-10-17" or "2008-10-17"))
        {
            throw MalformedPolicy.Error("Version", $"'{version}' is neither 2012-10-17 nor 2008-10-17.");
        }

        var statements = document["Statement"] switch
        {
            JsonArray { Count: > 0 } list => list.Select((statement, index) => ReadStatement(statement, $"Statement[{index}]", kind)),
            JsonObject single => [ReadStatement(single, "Statement", kind)],
            _ => throw MalformedPolicy.Error("Statement", "a policy needs at least one statement."),
        };
        return new PolicyDocument(version == "2012-10-17", [.. statements]);
    }

    private static PolicyStatement ReadStatement(JsonNode? node, string where, PolicyKind kind)
    {
        var statement = ObjectAt(node, where);
        RefuseUnknown(statement, StatementElements, where);
        return new PolicyStatement(
            statement["Sid"]?.ToString(),
            EffectOf(statement, where),
            PrincipalReader.Read(statement, where, kind),
            Actions(statement, where),
            Resources(statement, where, kind),
            ConditionReader.Read(statement["Condition"], $"{where}.Condition"));
    }

    private static PolicyEffect EffectOf(JsonObject statement, string where) => statement["Effect"]?.ToString() switch
    {
        "Allow" => PolicyEffect.Allow,
        "Deny" => PolicyEffect.Deny,
        var other => throw MalformedPolicy.Error($"{where}.Effect", $"'{other}' is neither Allow nor Deny."),
    };

    private static PatternElement Actions(JsonObject statement, string where)
    {
        var element = Element(statement, where, "Action") ?? throw MalformedPolicy.Error(where, "it has neither Action nor NotAction.");
        foreach (var action in element.Patterns.Where(action => action != "*" && action.Split(':') is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            throw MalformedPolicy.Error($"{where}.Action", $"'{action}' is neither * nor a service and an action such as s3:GetObject.");
        }

        return element;
    }

    private static PatternElement? Resources(JsonObject statement, string where, PolicyKind kind)
    {
        var element = Element(statement, where, "Resource");
        if (element is null != (kind == PolicyKind.Trust))
        {
            throw MalformedPolicy.Error(where, element is null ? "it has neither Resource nor NotResource." : "a trust policy has no Resource.");
        }

        foreach (var resource in element?.Patterns.Where(resource => resource != "*" && !IsArn(resource)) ?? [])
        {
            throw MalformedPolicy.Error($"{where}.Resource", $"'{resource}' is neither * nor an ARN.");
        }

        return element;
    }

    private static bool IsArn(string resource) =>
        resource.StartsWith("arn:", StringComparison.Ordinal) && resource.Split(':').Length >= 6;

    private static PatternElement? Element(JsonObject statement, string where, string name)
    {
        var (positive, negative) = (statement[name], statement[$"Not{name}"]);
        return (positive, negative) switch
        {
            (null, null) => null,
            (not null, not null) => throw MalformedPolicy.Error(where, $"it has both {name} and Not{name}."),
            (not null, null) => new PatternElement(false, PolicyValues.Strings(positive, $"{where}.{name}")),
            (null, not null) => new PatternElement(true, PolicyValues.Strings(negative, $"{where}.Not{name}")),
        };
    }

    private static JsonObject ObjectAt(JsonNode? node, string where) =>
        node as JsonObject ?? throw MalformedPolicy.Error(where, "it must be a JSON object.");

    private static void RefuseUnknown(JsonObject node, string[] known, string where)
    {
        foreach (var (name, _) in node.Where(member => !known.Contains(member.Key)))
        {
            throw MalformedPolicy.Error(where, $"unknown element '{name}'; it may have {string.Join(", ", known)}.");
        }
    }
}

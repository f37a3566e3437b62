using System.Text.Json.Nodes;

namespace Infra.Local.Lambda.Permissions;

/// <summary>One statement of a function's resource policy, as <c>AddPermission</c> makes it.</summary>
/// <param name="StatementId">Unique in the policy.</param>
/// <param name="AllowedAction">For example <c>lambda:InvokeFunction</c>.</param>
/// <param name="Grantee">A service name, a twelve-digit account, an ARN, or <c>*</c>.</param>
public sealed record InvokeGrant(string StatementId, string AllowedAction, string Grantee)
{
    /// <summary>The resource on whose behalf a service calls; may hold wildcards. Null for any.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The account of that resource. Null for any.</summary>
    public string? SourceAccount { get; init; }

    public JsonObject ToStatement(string functionArn)
    {
        var statement = new JsonObject
        {
            ["Sid"] = StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = PrincipalElement(),
            ["Action"] = AllowedAction,
            ["Resource"] = functionArn,
        };
        if (Condition() is { Count: > 0 } condition)
        {
            statement["Condition"] = condition;
        }

        return statement;
    }

    private JsonNode PrincipalElement() => Grantee switch
    {
        "*" => "*",
        _ when Grantee.Length == 12 && Grantee.All(char.IsAsciiDigit) => new JsonObject { ["AWS"] = Grantee },
        _ when Grantee.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["AWS"] = Grantee },
        _ => new JsonObject { ["Service"] = Grantee },
    };

    private JsonObject Condition()
    {
        var condition = new JsonObject();
        if (SourceAccount is not null)
        {
            condition["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = SourceAccount };
        }

        if (SourceArn is not null)
        {
            condition["ArnLike"] = new JsonObject { ["aws:SourceArn"] = SourceArn };
        }

        return condition;
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.Lambda.Permissions;

/// <summary>The resource policy of one function.</summary>
public sealed class FunctionPolicy(string functionArn)
{
    private readonly ConcurrentDictionary<string, InvokeGrant> _grants = new();

    /// <exception cref="AwsException"><c>ResourceConflictException</c> when the statement id is taken.</exception>
    public void Add(InvokeGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (!_grants.TryAdd(grant.StatementId, grant))
        {
            throw new AwsException(
                "ResourceConflictException",
                $"The statement id ({grant.StatementId}) provided already exists. Please provide a new statement id, or remove "
                + "the existing statement.",
                409);
        }
    }

    public void Remove(string statementId) => _grants.TryRemove(statementId, out _);

    /// <summary>The policy document; null when there is no statement, and so no policy.</summary>
    public string? ToJson()
    {
        var statements = _grants.Values.OrderBy(grant => grant.StatementId, StringComparer.Ordinal).ToArray();
        return statements.Length == 0
            ? null
            : new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Id"] = "default",
                ["Statement"] = new JsonArray([.. statements.Select(grant => grant.ToStatement(functionArn))]),
            }.ToJsonString();
    }
}

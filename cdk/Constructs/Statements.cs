using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>Policies spelled out action by action; what the CDK's own helpers grant has wildcards in it.</summary>
internal static class Statements
{
    public static PolicyDocument Document(params PolicyStatement[] statements) =>
        new(new PolicyDocumentProps { Statements = statements });

    public static PolicyStatement Allow(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });

    /// <summary>The statement, for requests only whose <paramref name="key"/> compares with one of the values.</summary>
    public static PolicyStatement When(this PolicyStatement statement, string comparison, string key, params string[] values)
    {
        statement.AddCondition(comparison, new Dictionary<string, object> { [key] = values });
        return statement;
    }
}

using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs;

/// <summary>Policies spelled out action by action; what the CDK's own helpers grant has wildcards in it.</summary>
internal static class Statements
{
    public static PolicyDocument Document(params PolicyStatement[] statements) =>
        new(new PolicyDocumentProps { Statements = statements });

    public static PolicyStatement Allow(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });

    /// <summary>Listing of these keys, patterns of keys or folders, and never of a whole bucket.</summary>
    /// <remarks>
    /// It is how a function finds out that a key is missing: S3 answers a read of a missing key with 403 unless the caller
    /// may list everything. The condition has no <c>IfExists</c>, since a listing without prefix would fulfil that.
    /// </remarks>
    public static PolicyStatement ListKeys(string bucketArn, params string[] keys) =>
        Below(Allow(["s3:ListBucket"], bucketArn), keys);

    /// <summary>Listing of the versions of these keys, as <see cref="ListKeys"/>.</summary>
    public static PolicyStatement ListVersions(string bucketArn, params string[] keys) =>
        Below(Allow(["s3:ListBucketVersions"], bucketArn), keys);

    /// <summary>The statement, for requests only whose <paramref name="key"/> compares with one of the values.</summary>
    public static PolicyStatement When(this PolicyStatement statement, string comparison, string key, params string[] values)
    {
        statement.AddCondition(comparison, new Dictionary<string, object> { [key] = values });
        return statement;
    }

    private static PolicyStatement Below(PolicyStatement statement, string[] keys) =>
        statement.When(keys.Any(key => key.EndsWith('*')) ? "StringLike" : "StringEquals", "s3:prefix", keys);
}

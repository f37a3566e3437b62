using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Roles;

/// <summary>The policies that AWS itself manages and that the local AWS knows; a role with any other gets nothing from it.</summary>
/// <remarks>Documents: AWS managed policy reference guide, default versions v1 and v3.</remarks>
public static class AwsManagedPolicies
{
    private const string WriteLogs = "\"logs:CreateLogGroup\", \"logs:CreateLogStream\", \"logs:PutLogEvents\"";

    private const string UseNetworkInterfaces =
        "\"ec2:CreateNetworkInterface\", \"ec2:DescribeNetworkInterfaces\", \"ec2:DescribeSubnets\", "
        + "\"ec2:DeleteNetworkInterface\", \"ec2:AssignPrivateIpAddresses\", \"ec2:UnassignPrivateIpAddresses\"";

    private static readonly Dictionary<string, PolicyDocument> ByName = new()
    {
        ["service-role/AWSLambdaBasicExecutionRole"] = Allow(WriteLogs),
        ["service-role/AWSLambdaVPCAccessExecutionRole"] = Allow($"{WriteLogs}, {UseNetworkInterfaces}"),
    };

    /// <summary>Whether an ARN is of a policy that AWS manages, known here or not.</summary>
    public static bool IsAwsManaged(string arn) => NameIn(arn) is not null;

    /// <summary>Null when the policy is not known here.</summary>
    public static PolicyDocument? Find(string arn) => NameIn(arn) is { } name ? ByName.GetValueOrDefault(name) : null;

    private static string? NameIn(string arn) =>
        arn.Split(':', 6) is ["arn", _, "iam", "", "aws", var resource] && resource.StartsWith("policy/", StringComparison.Ordinal)
            ? resource["policy/".Length..]
            : null;

    private static PolicyDocument Allow(string actions) => PolicyDocument.Parse(
        $$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": [{{actions}}], "Resource": "*" }] }""",
        PolicyKind.Identity);
}

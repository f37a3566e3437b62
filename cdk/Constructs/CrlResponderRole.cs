using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>What the CRL function may do: read the served prefixes and write its own logs.</summary>
/// <remarks>
/// Spelled out instead of granted by the CDK's helpers, which give <c>s3:GetObject*</c>, <c>s3:List*</c> and more. It may not
/// list objects, so S3 answers 403 for a key that is not there; the function makes both a 404.
/// </remarks>
public sealed class CrlResponderRole : Construct
{
    /// <summary>What Lambda needs to attach a function to a VPC (Lambda guide, "Giving functions access to resources in a VPC").</summary>
    private static readonly string[] NetworkInterfaceActions =
    [
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
    ];

    public CrlResponderRole(Construct scope, string id, CrlResponderRoleProps props)
        : base(scope, id)
    {
        var policies = new Dictionary<string, PolicyDocument>
        {
            ["ReadCrls"] = Document([.. ReadCrls(props)]),
            ["WriteLogs"] = Document(Allow(["logs:CreateLogStream", "logs:PutLogEvents"], props.Logs.LogGroupArn)),
        };
        if (props.AttachesToVpc)
        {
            policies["AttachToVpc"] = Document(AttachToVpc(), DenyFunctionCode());
        }

        Role = new Role(this, "Resource", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            InlinePolicies = policies.ToDictionary(),
        });
    }

    public Role Role { get; }

    private static IEnumerable<PolicyStatement> ReadCrls(CrlResponderRoleProps props)
    {
        var bucket = props.CrlBucket;
        yield return Allow(
            ["s3:GetObject", "s3:GetObjectVersion"],
            [.. props.Served.All.Select(prefix => bucket.ArnForObjects($"{prefix}*"))]);

        var listVersions = Allow(["s3:ListBucketVersions"], bucket.BucketArn);
        listVersions.AddCondition("StringLike", new Dictionary<string, object>
        {
            ["s3:prefix"] = props.Served.All.Select(prefix => $"{prefix}*").ToArray(),
        });
        yield return listVersions;

        if (props.EncryptionKey is { } key)
        {
            var decrypt = Allow(["kms:Decrypt"], key.KeyArn);
            // Objects written before bucket keys were on carry their own ARN as the context.
            decrypt.AddCondition("StringLike", new Dictionary<string, object>
            {
                ["kms:EncryptionContext:aws:s3:arn"] = new[] { bucket.BucketArn, bucket.ArnForObjects("*") },
            });
            yield return decrypt;
        }
    }

    /// <summary>On every resource, because the network interfaces do not exist yet and Describe actions know no resources.</summary>
    private static PolicyStatement AttachToVpc() => Allow(NetworkInterfaceActions, "*");

    /// <summary>The permission above is for the Lambda service; calls of the function's own code carry its ARN and are refused.</summary>
    private PolicyStatement DenyFunctionCode() => new(new PolicyStatementProps
    {
        Effect = Effect.DENY,
        Actions = NetworkInterfaceActions,
        Resources = ["*"],
        Conditions = new Dictionary<string, object>
        {
            ["ArnLike"] = new Dictionary<string, object>
            {
                // A pattern: the function needs its role first, so the role cannot name the function.
                ["lambda:SourceFunctionArn"] = Stack.Of(this).FormatArn(new ArnComponents
                {
                    Service = "lambda",
                    Resource = "function",
                    ResourceName = "*",
                    ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
                }),
            },
        },
    });

    private static PolicyDocument Document(params PolicyStatement[] statements) =>
        new(new PolicyDocumentProps { Statements = statements });

    private static PolicyStatement Allow(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}

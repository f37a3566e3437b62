using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Infra.CrlResponder.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>The function that answers CRL requests, with its role and logs.</summary>
public sealed class CrlResponderFunction : Construct
{
    /// <summary>Path of the load balancer's health check; the function answers it without asking S3.</summary>
    public const string HealthPath = "/health";

    /// <summary>
    /// Longest invocation, in seconds: above the function's own limit on S3 (5 s) so that it can still answer, below the 15 s
    /// after which Windows gives up on one URL.
    /// </summary>
    private const int TimeoutSeconds = 10;

    public CrlResponderFunction(Construct scope, string id, CrlResponderFunctionProps props)
        : base(scope, id)
    {
        var served = new ServedPrefixes(props.CrlDistribution.CustomPath);
        var logs = FunctionVariant.AddLogs(this, props.Function);
        var role = new CrlResponderRole(this, "Role", new CrlResponderRoleProps
        {
            CrlBucket = props.CrlBucket,
            EncryptionKey = props.EncryptionKey,
            Served = served,
            Logs = logs,
            AttachesToVpc = props.Network.FunctionSubnetIds is not null,
        });
        Function = new Function(this, "Resource", new FunctionProps
        {
            Description = "Answers CRL requests of the internal load balancer from the private CRL bucket.",
            Runtime = FunctionVariant.RuntimeOf(props.Function),
            Architecture = FunctionVariant.ArchitectureOf(props.Function),
            Handler = props.Function.IsManaged ? "CrlResponder" : "bootstrap",
            Code = Code.FromAsset(props.PackageFolder),
            Role = role.Role,
            LogGroup = logs,
            MemorySize = props.Function.MemoryMegabytes,
            Timeout = Duration.Seconds(TimeoutSeconds),
            ReservedConcurrentExecutions = props.Function.ReservedConcurrency,
            Environment = Variables(props, served),
        });
        if (props.Network.FunctionSubnetIds is { } subnetIds)
        {
            AttachToVpc(props.Network.VpcId, subnetIds);
        }
    }

    public Function Function { get; }

    private static Dictionary<string, string> Variables(CrlResponderFunctionProps props, ServedPrefixes served) => new()
    {
        [CrlResponderVariables.BucketName] = props.CrlBucket.BucketName,
        [CrlResponderVariables.CrlPrefixes] = string.Join(',', served.Crls),
        [CrlResponderVariables.AiaPrefix] = ServedPrefixes.CaCertificates,
        [CrlResponderVariables.MaxAgeSeconds] = $"{props.CrlDistribution.MaxAgeSeconds}",
        [CrlResponderVariables.RevalidateAfterSeconds] = $"{props.CrlDistribution.RevalidateAfterSeconds}",
        [CrlResponderVariables.HealthPath] = HealthPath,
    };

    private void AttachToVpc(string vpcId, IReadOnlyList<string> subnetIds)
    {
        var group = new FunctionSecurityGroup(this, "SecurityGroup", vpcId);
        ((CfnFunction)Function.Node.DefaultChild!).VpcConfig = new CfnFunction.VpcConfigProperty
        {
            SubnetIds = [.. subnetIds],
            SecurityGroupIds = [group.GroupId],
        };
    }
}

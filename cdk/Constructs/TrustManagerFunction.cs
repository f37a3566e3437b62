using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Infra.TrustManager.Settings;

namespace Infra.Cdk.Constructs;

/// <summary>One function of the TrustManager executable, with its role and logs.</summary>
/// <remarks>Never attached to the VPC: it calls Private CA and CloudFormation's buckets, to which the VPC may have no way.</remarks>
public sealed class TrustManagerFunction : Construct
{
    /// <summary>Longest invocation, in seconds: the longest that Lambda allows. Waiting for a first CRL takes up to ten minutes of it.</summary>
    private const int TimeoutSeconds = 900;

    /// <summary>
    /// Longest time in seconds, at most 3600, that CloudFormation waits for an answer: three invocations, since Lambda repeats
    /// one that failed after one and after two minutes. Only an invocation that ended without an answer lets it come to that.
    /// </summary>
    private const int AnswerTimeoutSeconds = (3 * TimeoutSeconds) + 60 + 120;

    public TrustManagerFunction(Construct scope, string id, TrustManagerFunctionProps props)
        : base(scope, id)
    {
        var logs = FunctionVariant.AddLogs(this, props.Function);
        var policies = new Dictionary<string, PolicyDocument>(props.Permissions)
        {
            ["WriteLogs"] = Statements.Document(Statements.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], logs.LogGroupArn)),
        };
        Function = new Function(this, "Resource", new FunctionProps
        {
            Description = props.Description,
            Runtime = FunctionVariant.RuntimeOf(props.Function),
            Architecture = FunctionVariant.ArchitectureOf(props.Function),
            Handler = props.Function.IsManaged ? "TrustManager" : props.Name,
            Environment = Variables(props),
            Code = Code.FromAsset(props.PackageFolder),
            Role = new Role(this, "Role", new RoleProps
            {
                AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
                InlinePolicies = policies,
            }),
            LogGroup = logs,
            MemorySize = props.Function.MemoryMegabytes,
            Timeout = Duration.Seconds(TimeoutSeconds),
            // Lambda's own limit is six hours: an event held up for so long would undo what was deployed in the meantime.
            MaxEventAge = Duration.Seconds(AnswerTimeoutSeconds),
        });
    }

    public string Name => Function.FunctionName;

    public string Arn => Function.FunctionArn;

    private Function Function { get; }

    /// <summary>The custom resource that this function answers for, and no other.</summary>
    /// <remarks>
    /// CloudFormation does not let a resource change its function, so that neither this construct's path nor its parents' ids
    /// may change (CloudFormation User Guide, AWS::CloudFormation::CustomResource, ServiceToken: updates are not supported).
    /// </remarks>
    /// <param name="scope">Becomes the parent of a construct with id <c>Resource</c>.</param>
    /// <param name="type">Type of the resource, which begins with <c>Custom::</c>.</param>
    /// <param name="properties">What the function is told.</param>
    public CustomResource AddResource(Construct scope, string type, Dictionary<string, object> properties)
    {
        var resource = new CustomResource(scope, "Resource", new CustomResourceProps
        {
            ResourceType = type, ServiceToken = Function.FunctionArn, Properties = properties,
        });
        // By override, because this version of the CDK does not know the property.
        var cloudFormations = (CfnResource)resource.Node.DefaultChild!;
        cloudFormations.AddPropertyOverride("ServiceTimeout", $"{AnswerTimeoutSeconds}");
        // Both are known without the resource, which depends on the function.
        Function.AddEnvironment(TrustManagerVariables.ResourceStackId, Aws.STACK_ID);
        Function.AddEnvironment(TrustManagerVariables.ResourceLogicalId, cloudFormations.LogicalId);
        // Role and event settings too, both when it is created and, in the opposite order, when it is deleted.
        resource.Node.AddDependency(Function);
        return resource;
    }

    /// <summary>By its own variable the managed runtime chooses the function, and operators find it.</summary>
    private static Dictionary<string, string> Variables(TrustManagerFunctionProps props) =>
        new(props.Variables) { [TrustManagerVariables.Function] = props.Name };
}

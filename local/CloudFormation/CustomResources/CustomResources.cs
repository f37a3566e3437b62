using Infra.Local.Account;
using Infra.Local.Faults;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Asynchronous;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>CloudFormation's side of custom resources: requests go to functions, answers come back to pre-signed URLs.</summary>
public sealed class CustomResources
{
    /// <param name="functions">Where the functions are.</param>
    /// <param name="account">Account and Region of the stacks.</param>
    /// <param name="faults">Faults that meet answers; see <see cref="ResponseBucket"/>.</param>
    /// <param name="endpoint">Base of the URLs to answer to; asked for each, since the port may be chosen late.</param>
    /// <param name="repeats">How soon an event that failed comes again. Default: <see cref="EventRepeats.Quick"/>.</param>
    public CustomResources(
        IFunctions functions, AwsAccount account, FaultPlan faults, Func<Uri> endpoint, EventRepeats? repeats = null)
    {
        Responses = new ResponseBucket(account, faults, endpoint);
        var invocation = new EventInvocation(functions, account, repeats ?? EventRepeats.Quick);
        var exchange = new CustomResourceExchange(invocation, Responses);
        Types =
        [
            new CustomResourceType("Custom::", exchange),
            new CustomResourceType("AWS::CloudFormation::CustomResource", exchange),
        ];
    }

    /// <summary>The resource types to register.</summary>
    public IReadOnlyList<IResourceType> Types { get; }

    /// <summary>Takes the answers of functions; requests under its path belong to it, not to S3.</summary>
    public ResponseBucket Responses { get; }
}

using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>A resource that a function of the template makes.</summary>
/// <param name="name"><c>AWS::CloudFormation::CustomResource</c>, or <c>Custom::</c> for every type that begins so.</param>
/// <param name="exchange">Asks the function.</param>
internal sealed class CustomResourceType(string name, CustomResourceExchange exchange) : IResourceType
{
    /// <summary>Characters of the physical id that CloudFormation gives to what its function never named.</summary>
    private const int GeneratedIdLength = 128;

    public string Name => name;

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    /// <summary>Never here: the function itself replaces its resource by answering an update with another physical id.</summary>
    /// <exception cref="AwsException"><c>ValidationError</c> when the change would hand the resource to another function.</exception>
    public bool MustReplace(JsonObject before, JsonObject after)
    {
        var (old, wanted) = (before["ServiceToken"]?.ToString(), after["ServiceToken"]?.ToString());
        return old == wanted
            ? false
            : throw new AwsException(
                "ValidationError",
                $"Modifying service token is not allowed. It is {old}, the template has {wanted}; keep the function, or "
                + "give the resource another logical id.");
    }

    public async Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var request = new CustomResourceRequest(
            "Create", context.Type, context.StackId, context.LogicalId, null, properties);
        request.DemandValid();

        // Whatever becomes of the answer, the function may have begun; the rollback sends it a Delete.
        context.Begun(new DeployedResource(context.PhysicalName(GeneratedIdLength)));
        var answer = await exchange.AskAsync(request, cancellationToken);
        if (answer is { FailureReason: not null, PhysicalResourceId: { } named })
        {
            context.Begun(new DeployedResource(named));
        }

        return Deployed(answer, request);
    }

    /// <remarks>On the way back the engine calls this with old and new properties exchanged, as CloudFormation does.</remarks>
    public async Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var request = new CustomResourceRequest(
            "Update", context.Type, context.StackId, context.LogicalId, current.PhysicalId, after, before);
        return Deployed(await exchange.AskAsync(request, cancellationToken), request);
    }

    public async Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        var request = new CustomResourceRequest(
            "Delete", context.Type, context.StackId, context.LogicalId, current.PhysicalId, properties);
        _ = Deployed(await exchange.AskAsync(request, cancellationToken), request);
    }

    private static DeployedResource Deployed(CustomResourceAnswer answer, CustomResourceRequest request) =>
        answer.FailureReason is { } reason
        ? throw new AwsException(
            "GeneralServiceException",
            $"Received response status [FAILED] from custom resource. Message returned: {reason} "
            + $"(RequestId: {request.RequestId})")
        : new DeployedResource(answer.PhysicalResourceId!, answer.Data);
}

using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Templates;
using Infra.Local.Faults;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Creates, updates and deletes single resources of one stack; reports each and lets faults be injected into each.</summary>
/// <remarks>A fault's service is <c>cloudformation</c>, its operation for example <c>Create AWS::S3::Bucket</c>; nothing has happened then.</remarks>
internal sealed class ResourceOperations(
    string stackName,
    string stackId,
    IReadOnlyDictionary<string, string> assetDirectories,
    ResourceTypes types,
    FaultPlan faults,
    StackProgress progress)
{
    private const string Service = "cloudformation";

    public IResourceType TypeOf(string name) => types.FindOrPlaceholder(name);

    /// <param name="resource">What to create.</param>
    /// <param name="properties">Resolved.</param>
    /// <param name="generation">How many resources this logical id had before.</param>
    /// <param name="dependencies">Logical ids of the resources that it needs.</param>
    /// <param name="begun">Called with what may exist from then on, even if the creation fails.</param>
    /// <param name="cancellationToken">Stops the creation.</param>
    public async Task<StackResource> CreateAsync(
        TemplateResource resource,
        JsonObject properties,
        int generation,
        IReadOnlySet<string> dependencies,
        Action<StackResource> begun,
        CancellationToken cancellationToken)
    {
        var context = ContextOf(resource.LogicalId, resource.Type, generation) with { Begun = attempted => begun(Resource(attempted)) };
        return Resource(await RunAsync(
            "Create",
            resource.LogicalId,
            resource.Type,
            type => type.CreateAsync(context, Copy(properties), cancellationToken)));

        StackResource Resource(DeployedResource deployed) => new()
        {
            LogicalId = resource.LogicalId,
            Type = resource.Type,
            Deployed = deployed,
            Properties = properties,
            Generation = generation,
            DeletionPolicy = resource.DeletionPolicy,
            Dependencies = dependencies,
        };
    }

    /// <param name="current">What exists, with the properties that it may have by now.</param>
    /// <param name="properties">What it is to have.</param>
    /// <param name="begin">Called when the update is about to touch the resource.</param>
    /// <param name="cancellationToken">Stops the update.</param>
    public async Task<StackResource> UpdateAsync(
        StackResource current, JsonObject properties, Action begin, CancellationToken cancellationToken)
    {
        var deployed = await RunAsync(
            "Update",
            current.LogicalId,
            current.Type,
            type =>
            {
                begin();
                return type.UpdateAsync(
                    ContextOf(current.LogicalId, current.Type, current.Generation),
                    current.Deployed,
                    Copy(current.Properties),
                    Copy(properties),
                    cancellationToken);
            });
        return current with { Deployed = deployed, Properties = properties };
    }

    public Task DeleteAsync(StackResource resource, CancellationToken cancellationToken) => RunAsync(
        "Delete",
        resource.LogicalId,
        resource.Type,
        async type =>
        {
            await type.DeleteAsync(
                ContextOf(resource.LogicalId, resource.Type, resource.Generation), resource.Deployed, Copy(resource.Properties), cancellationToken);
            return resource.Deployed;
        });

    public void Skip(StackResource resource) =>
        progress.Resource(resource, "DELETE_SKIPPED", $"{resource.PhysicalId} is retained and now belongs to no stack.");

    private async Task<DeployedResource> RunAsync(
        string verb, string logicalId, string type, Func<IResourceType, Task<DeployedResource>> operation)
    {
        var status = verb.ToUpperInvariant();
        progress.Report(logicalId, type, $"{status}_IN_PROGRESS");
        try
        {
            faults.ThrowIfPlanned(Service, $"{verb} {type}");
            var deployed = await operation(TypeOf(type));
            progress.Report(logicalId, type, $"{status}_COMPLETE");
            return deployed;
        }
        catch (Exception e)
        {
            progress.Report(logicalId, type, $"{status}_FAILED", e.Message);
            throw;
        }
    }

    private ResourceContext ContextOf(string logicalId, string type, int generation) =>
        new(stackName, stackId, logicalId, assetDirectories) { Type = type, Generation = generation };

    /// <remarks>A type may keep or change what it gets; the stack's own record must not follow.</remarks>
    private static JsonObject Copy(JsonObject properties) => properties.DeepClone().AsObject();
}

using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Changes;
using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Makes a stack what its template says, resource by resource, and remembers the way back.</summary>
internal sealed class Deployment
{
    private readonly StackTemplate _template;
    private readonly ResourceOperations _operations;
    private readonly Dictionary<string, StackResource> _live;
    private readonly Dictionary<string, int> _nextGenerations;
    private readonly List<DeploymentStep> _steps = [];

    public Deployment(DeployedStack before, StackTemplate template, ResourceOperations operations)
    {
        _template = template;
        _operations = operations;
        _live = before.Resources.ToDictionary(resource => resource.LogicalId);
        _nextGenerations = new Dictionary<string, int>(before.NextGenerations);
    }

    /// <summary>What took effect or may have, oldest first.</summary>
    public IReadOnlyList<DeploymentStep> Steps => _steps;

    public IReadOnlyDictionary<string, int> NextGenerations => _nextGenerations;

    /// <summary>The template's resources as they are now.</summary>
    public IReadOnlyList<StackResource> Resources => [.. _template.Resources.Select(resource => _live[resource.LogicalId] with
    {
        DeletionPolicy = resource.DeletionPolicy,
        Dependencies = _template.DependenciesOf(resource.LogicalId),
    })];

    /// <summary>What the template has and the local AWS does not do.</summary>
    public IReadOnlyList<string> NotEmulated() =>
    [
        .. _template.Resources.SelectMany(resource => _operations.TypeOf(resource.Type).NotEmulated(_live[resource.LogicalId].Properties)
            .Concat(resource.NotEmulated)
            .Select(path => $"{resource.LogicalId} ({resource.Type}): {path}")),
    ];

    /// <summary>Everything but deletions, each after what it depends on. Stops at the first failure.</summary>
    public async Task ApplyAsync(IReadOnlySet<string> changing, CancellationToken cancellationToken)
    {
        foreach (var resource in _template.Resources.Where(resource => changing.Contains(resource.LogicalId)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await ApplyAsync(resource, cancellationToken);
            }
            catch (Exception e)
            {
                throw new ResourceFailedException(resource.LogicalId, resource.Type, e);
            }
        }
    }

    /// <summary>Whether a resource that the stack had is not its resource of that logical id any more.</summary>
    public bool IsSuperseded(StackResource old) =>
        _template.Resources.All(resource => resource.LogicalId != old.LogicalId) || _live[old.LogicalId].PhysicalId != old.PhysicalId;

    /// <summary>Null when the resource does not exist yet.</summary>
    public DeployedResource? Find(string logicalId) => _live.GetValueOrDefault(logicalId)?.Deployed;

    private async Task ApplyAsync(TemplateResource resource, CancellationToken cancellationToken)
    {
        var properties = _template.PropertiesOf(resource, Find);
        if (!_live.TryGetValue(resource.LogicalId, out var current))
        {
            await CreateAsync(resource, properties, null, cancellationToken);
            return;
        }

        switch (ChangeSet.Decide(current.Properties, properties, _operations.TypeOf(resource.Type)))
        {
            case ChangeKind.Replace:
                await CreateAsync(resource, properties, current, cancellationToken);
                break;
            case ChangeKind.Update:
                var attempted = _steps.Count;
                var updated = await _operations.UpdateAsync(
                    current,
                    properties,
                    () => _steps.Add(new DeploymentStep(ChangeKind.Update, current, current with { Properties = properties })),
                    cancellationToken);
                _steps[attempted] = new DeploymentStep(ChangeKind.Update, current, updated);
                _live[resource.LogicalId] = updated;
                break;
        }
    }

    private async Task CreateAsync(
        TemplateResource resource, JsonObject properties, StackResource? replaced, CancellationToken cancellationToken)
    {
        var generation = _nextGenerations.GetValueOrDefault(resource.LogicalId);
        _nextGenerations[resource.LogicalId] = generation + 1;
        var attempted = _steps.Count;
        var created = await _operations.CreateAsync(
            resource, properties, generation, _template.DependenciesOf(resource.LogicalId), Note, cancellationToken);
        Note(created);
        _live[resource.LogicalId] = created;

        void Note(StackResource there)
        {
            _steps.RemoveRange(attempted, _steps.Count - attempted);
            _steps.Add(new DeploymentStep(replaced is null ? ChangeKind.Create : ChangeKind.Replace, replaced, there));
        }
    }
}

using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;

namespace Infra.Local.Tests.CloudFormation;

public sealed class RenamedResourceTests
{
    private readonly FakeWorld _world = new();
    private readonly FaultPlan _faults = new();

    [Fact]
    public async Task An_update_that_gives_another_physical_id_is_a_replacement()
    {
        using var engine = Some.Engine(_world, _faults, new RenamingType(_world));
        await engine.DeployAsync(Named("old"));

        var result = await engine.DeployAsync(Named("new"));

        Assert.Equal(StackOutcome.Updated, result.Outcome);
        Assert.Equal("""{"Value":"new"}""", _world.Existing[result.Stack!.Find("User")!.PhysicalId]);
        Assert.Contains("new", _world.Existing.Keys);
        Assert.DoesNotContain("old", _world.Existing.Keys);
    }

    [Fact]
    public async Task Its_rollback_gives_the_old_physical_id_back()
    {
        using var engine = Some.Engine(_world, _faults, new RenamingType(_world));
        await engine.DeployAsync(Named("old"));
        var before = _world.Snapshot();
        _faults.Add(new Fault("cloudformation", "Update Test::A", FaultKind.InternalError) { Times = 1 });

        var result = await engine.DeployAsync(Named("new"));

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(before, _world.Snapshot());
        Assert.Equal("old", result.Stack!.Find("It")!.PhysicalId);
    }

    private static AssemblyStack Named(string name) => Some.Stack($$"""
        { "It": { "Type": "Test::Renaming", "Properties": { "Id": "{{name}}" } },
          "User": { "Type": "Test::A", "Properties": { "Value": { "Ref": "It" } } } }
        """);
}

using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;

namespace Infra.Local.Tests.CloudFormation;

public sealed class RemovalTests : IDisposable
{
    private readonly FakeWorld _world = new();
    private readonly FaultPlan _faults = new();
    private readonly CloudFormationEngine _engine;

    public RemovalTests() => _engine = Some.Engine(_world, _faults);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_stack_is_deleted_in_reverse_order()
    {
        await _engine.DeployAsync(Some.Stack("""{ "User": { "Type": "Test::A", "DependsOn": "Used" }, "Used": { "Type": "Test::A" } }"""));
        _world.Done.Clear();

        var result = await _engine.DeleteAsync("Stack");

        Assert.Equal(StackOutcome.Deleted, result.Outcome);
        Assert.Equal(["Delete User", "Delete Used"], _world.Done);
        Assert.Empty(_engine.Stacks);
    }

    [Fact]
    public async Task Deleting_a_stack_that_does_not_exist_succeeds() =>
        Assert.Equal(StackOutcome.Deleted, (await _engine.DeleteAsync("Nothing")).Outcome);

    [Theory]
    [InlineData("Delete", false)]
    [InlineData("Retain", true)]
    [InlineData("RetainExceptOnCreate", true)]
    public async Task A_retained_resource_outlives_its_stack(string policy, bool stays)
    {
        await _engine.DeployAsync(Resource(policy));

        var result = await _engine.DeleteAsync("Stack");

        Assert.Equal(stays ? 1 : 0, _world.Existing.Count);
        Assert.Equal(stays ? 1 : 0, result.LeftBehind.Count);
    }

    [Theory]
    [InlineData("Delete", false)]
    [InlineData("Retain", true)]
    [InlineData("RetainExceptOnCreate", false)]
    public async Task A_failed_creation_keeps_only_what_is_retained_without_exception(string policy, bool stays)
    {
        _faults.Add(new Fault("cloudformation", "Create Test::B", FaultKind.InternalError));

        var result = await _engine.DeployAsync(Some.Stack(
            $$"""{ "A": { "Type": "Test::A", "DeletionPolicy": "{{policy}}" }, "B": { "Type": "Test::B", "DependsOn": "A" } }"""));

        Assert.Equal(StackStatus.RollbackComplete, result.Stack!.Status);
        Assert.Equal(stays ? 1 : 0, _world.Existing.Count);
    }

    [Theory]
    [InlineData("Delete", 1)]
    [InlineData("Retain", 2)]
    public async Task A_replaced_resource_stays_when_its_policy_says_so(string policy, int count)
    {
        await _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::A", "Properties": { "Fixed": 1 } } }"""));

        await _engine.DeployAsync(Some.Stack(
            $$"""{ "A": { "Type": "Test::A", "UpdateReplacePolicy": "{{policy}}", "Properties": { "Fixed": 2 } } }"""));

        Assert.Equal(count, _world.Existing.Count);
    }

    [Fact]
    public async Task A_new_policy_counts_even_when_nothing_else_changed()
    {
        await _engine.DeployAsync(Resource("Delete"));

        var result = await _engine.DeployAsync(Resource("Retain"));
        await _engine.DeleteAsync("Stack");

        Assert.Equal(StackOutcome.Unchanged, result.Outcome);
        Assert.Single(_world.Existing);
    }

    [Fact]
    public async Task A_resource_that_was_retained_and_comes_back_gets_another_name()
    {
        await _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::A", "DeletionPolicy": "Retain" }, "B": { "Type": "Test::B" } }"""));
        await _engine.DeployAsync(Some.Stack("""{ "B": { "Type": "Test::B" } }"""));

        var result = await _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::A" }, "B": { "Type": "Test::B" } }"""));

        Assert.Equal(StackOutcome.Updated, result.Outcome);
        Assert.Equal(3, _world.Existing.Count);
    }

    [Fact]
    public async Task What_cannot_be_deleted_stays_in_the_stack_with_what_it_needs()
    {
        await _engine.DeployAsync(Some.Stack("""
            { "User": { "Type": "Test::A", "DependsOn": "Used" }, "Used": { "Type": "Test::A" }, "Other": { "Type": "Test::A" } }
            """));
        _world.Undeletable.Add("User");

        var failed = await _engine.DeleteAsync("Stack");
        _world.Undeletable.Clear();
        var again = await _engine.DeleteAsync("Stack");

        Assert.Equal((StackOutcome.DeleteFailed, "User (Test::A): User is in use."), (failed.Outcome, failed.Reason));
        Assert.Equal(["Used", "User"], failed.Stack!.Resources.Select(resource => resource.LogicalId));
        Assert.Equal(StackOutcome.Deleted, again.Outcome);
        Assert.Empty(_world.Existing);
    }

    [Fact]
    public async Task An_update_stands_when_only_the_cleanup_fails()
    {
        await _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::A" }, "B": { "Type": "Test::B" } }"""));
        _world.Undeletable.Add("A");

        var result = await _engine.DeployAsync(Some.Stack("""{ "B": { "Type": "Test::B" } }"""));

        Assert.Equal((StackOutcome.Updated, StackStatus.UpdateComplete), (result.Outcome, result.Stack!.Status));
        Assert.StartsWith("A (Test::A): Stack-A-", Assert.Single(result.LeftBehind), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_whose_rollback_failed_is_deleted_by_the_next_deployment()
    {
        _faults.Add(new Fault("cloudformation", "Create Test::B", FaultKind.InternalError) { Times = 1 });
        _world.Undeletable.Add("A");
        var stack = Some.Stack("""{ "A": { "Type": "Test::A" }, "B": { "Type": "Test::B", "DependsOn": "A" } }""");

        var failed = await _engine.DeployAsync(stack);
        _world.Undeletable.Clear();
        var again = await _engine.DeployAsync(stack);

        Assert.Equal(StackStatus.RollbackFailed, failed.Stack!.Status);
        Assert.Equal(StackOutcome.Created, again.Outcome);
        Assert.Equal(2, _world.Existing.Count);
    }

    private static Infra.Local.CloudFormation.Assembly.AssemblyStack Resource(string policy) =>
        Some.Stack($$"""{ "A": { "Type": "Test::A", "DeletionPolicy": "{{policy}}" } }""");
}

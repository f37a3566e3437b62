using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Changes;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;
using Infra.Local.Faults;

namespace Infra.Local.Tests.CloudFormation;

public sealed class DeploymentTests : IDisposable
{
    private const string Two = """
        { "User": { "Type": "Test::A", "Properties": { "Value": { "Ref": "Used" } } }, "Used": { "Type": "Test::B", "Properties": { "Value": "1" } } }
        """;

    private readonly FakeWorld _world = new();
    private readonly FaultPlan _faults = new();
    private readonly CloudFormationEngine _engine;

    public DeploymentTests() => _engine = Some.Engine(_world, _faults);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_resource_is_made_after_the_one_that_it_names()
    {
        var result = await _engine.DeployAsync(Some.Stack(Two));

        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.Equal(["Create Used", "Create User"], _world.Done);
        Assert.Equal(["Used Create", "User Create"], Changes(result));
        Assert.Contains($"\"{result.Stack!.Find("Used")!.PhysicalId}\"", _world.Existing[result.Stack.Find("User")!.PhysicalId], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_deployment_changes_nothing()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        _world.Done.Clear();

        var result = await _engine.DeployAsync(Some.Stack(Two));

        Assert.Equal(StackOutcome.Unchanged, result.Outcome);
        Assert.Empty(result.Changes);
        Assert.Empty(_world.Done);
    }

    [Fact]
    public async Task Only_what_differs_is_updated()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        _world.Done.Clear();

        var result = await _engine.DeployAsync(Some.Stack(Two.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)));

        Assert.Equal(StackStatus.UpdateComplete, result.Stack!.Status);
        Assert.Equal(["Update Used"], _world.Done);
        Assert.Equal(["Used Update"], Changes(result));
    }

    [Fact]
    public async Task A_replacement_is_made_first_and_the_old_one_deleted_last()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        var old = _engine.Stacks.Single().Find("Used")!.PhysicalId;
        _world.Done.Clear();

        var result = await _engine.DeployAsync(Some.Stack(Two.Replace("\"Value\": \"1\"", "\"Fixed\": \"2\"", StringComparison.Ordinal)));

        Assert.Equal(["Create Used", "Update User", "Delete Used"], _world.Done);
        Assert.NotEqual(old, result.Stack!.Find("Used")!.PhysicalId);
        Assert.DoesNotContain(old, _world.Existing.Keys);
    }

    [Fact]
    public async Task A_removed_resource_is_deleted_once_nothing_uses_it()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        _world.Done.Clear();

        var result = await _engine.DeployAsync(Some.Stack("""{ "User": { "Type": "Test::A", "Properties": { "Value": "x" } } }"""));

        Assert.Equal(["Update User", "Delete Used"], _world.Done);
        Assert.Equal(["User Update", "Used Delete"], Changes(result));
    }

    [Fact]
    public async Task A_failed_creation_leaves_nothing()
    {
        _faults.Add(new Fault("cloudformation", "Create Test::A", FaultKind.InternalError));
        var events = new List<string>();

        var result = await _engine.DeployAsync(Some.Stack(Two), new Listener(events));

        Assert.Equal((StackOutcome.RolledBack, StackStatus.RollbackComplete), (result.Outcome, result.Stack!.Status));
        Assert.Contains("User (Test::A): Create Test::A failed by an injected fault.", result.Reason, StringComparison.Ordinal);
        Assert.Empty(_world.Existing);
        Assert.Equal(
            [
                "Stack CREATE_IN_PROGRESS", "Used CREATE_IN_PROGRESS", "Used CREATE_COMPLETE", "User CREATE_IN_PROGRESS", "User CREATE_FAILED",
                "Stack ROLLBACK_IN_PROGRESS", "Used DELETE_IN_PROGRESS", "Used DELETE_COMPLETE", "Stack ROLLBACK_COMPLETE",
            ],
            events);
    }

    [Fact]
    public async Task A_stack_whose_creation_failed_is_made_anew()
    {
        _faults.Add(new Fault("cloudformation", "Create Test::A", FaultKind.InternalError) { Times = 1 });
        var failed = await _engine.DeployAsync(Some.Stack(Two));

        var result = await _engine.DeployAsync(Some.Stack(Two));

        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.NotEqual(failed.Stack!.Id, result.Stack!.Id);
    }

    [Fact]
    public async Task An_update_that_fails_half_way_is_taken_back_too()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        var (world, stack) = (_world.Snapshot(), _engine.Stacks.Single());
        _world.FailAfterUpdate.Add("User");

        var result = await _engine.DeployAsync(Some.Stack("""
            { "User": { "Type": "Test::A", "Properties": { "Value": "y" } }, "Used": { "Type": "Test::B", "Properties": { "Value": "2" } },
              "New": { "Type": "Test::B" } }
            """));

        Assert.Equal((StackOutcome.RolledBack, StackStatus.UpdateRollbackComplete), (result.Outcome, result.Stack!.Status));
        Assert.Equal(world, _world.Snapshot());
        Assert.Equal(stack.Resources.Select(resource => resource.PhysicalId), result.Stack.Resources.Select(resource => resource.PhysicalId));
    }

    [Fact]
    public async Task A_failed_replacement_keeps_the_old_resource()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        var world = _world.Snapshot();
        _faults.Add(new Fault("cloudformation", "Update Test::A", FaultKind.Throttle) { Times = 1 });

        var result = await _engine.DeployAsync(Some.Stack(Two.Replace("\"Value\": \"1\"", "\"Fixed\": \"2\"", StringComparison.Ordinal)));

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(world, _world.Snapshot());
    }

    [Fact]
    public async Task A_rollback_that_fails_is_told_and_only_deletion_helps()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        _world.FailAfterUpdate.Add("User");
        _faults.Add(new Fault("cloudformation", "Update Test::A", FaultKind.InternalError) { After = 1 });
        var next = Some.Stack(Two.Replace("{ \"Ref\": \"Used\" }", "\"z\"", StringComparison.Ordinal));

        var result = await _engine.DeployAsync(next);

        Assert.Equal((StackOutcome.RollbackFailed, StackStatus.UpdateRollbackFailed), (result.Outcome, result.Stack!.Status));
        await Assert.ThrowsAsync<AwsException>(() => _engine.DeployAsync(next));
        Assert.Equal(StackOutcome.Deleted, (await _engine.DeleteAsync("Stack")).Outcome);
        Assert.Empty(_world.Existing);
    }

    [Fact]
    public async Task A_defect_is_rolled_back_and_still_thrown()
    {
        _world.OnOperation = operation => _ = operation == "Create User" ? throw new InvalidOperationException("defect") : 0;

        var error = await Record.ExceptionAsync(() => _engine.DeployAsync(Some.Stack(Two)));

        Assert.Contains("defect", error!.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Existing);
        Assert.Equal(StackStatus.RollbackComplete, _engine.Stacks.Single().Status);
    }

    [Fact]
    public async Task A_cancelled_deployment_is_rolled_back()
    {
        using var cancellation = new CancellationTokenSource();
        _world.OnOperation = _ => cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _engine.DeployAsync(Some.Stack(Two), null, cancellation.Token));

        Assert.Empty(_world.Existing);
    }

    [Fact]
    public async Task An_invalid_template_touches_nothing()
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => _engine.DeployAsync(Some.Stack("""
            { "A": { "Type": "Test::A" }, "B": { "Type": "Test::B", "Properties": { "Value": { "Ref": "Nobody" } } } }
            """)));

        Assert.Contains("Nobody", error.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Done);
        Assert.Empty(_engine.Stacks);
    }

    [Fact]
    public async Task A_resource_cannot_change_its_type()
    {
        await _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::A" } }"""));

        var error = await Assert.ThrowsAsync<AwsException>(() => _engine.DeployAsync(Some.Stack("""{ "A": { "Type": "Test::B" } }""")));

        Assert.Contains("from Test::A to Test::B", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_says_what_would_change_and_changes_nothing()
    {
        await _engine.DeployAsync(Some.Stack(Two));
        _world.Done.Clear();

        var changes = _engine.Plan(Some.Stack(Two.Replace("\"Value\": \"1\"", "\"Fixed\": \"2\"", StringComparison.Ordinal)));

        Assert.Equal(
            [new ResourceChange("Used", "Test::B", ChangeKind.Replace), new ResourceChange("User", "Test::A", ChangeKind.Undecided)], changes);
        Assert.Empty(_world.Done);
    }

    [Fact]
    public async Task Scalars_reach_a_custom_resource_as_strings()
    {
        var result = await _engine.DeployAsync(Some.Stack("""
            { "It": { "Type": "Custom::Trust", "Properties": { "Days": 7, "On": true, "List": [1, { "A": false }] } } }
            """));

        Assert.Equal("""{"Days":"7","On":"true","List":["1",{"A":"false"}]}""", _world.Existing[result.Stack!.Find("It")!.PhysicalId]);
    }

    [Fact]
    public async Task What_is_not_emulated_is_listed()
    {
        var result = await _engine.DeployAsync(Some.Stack("""
            { "A": { "Type": "Test::A", "Properties": { "Ignored": 1 }, "CreationPolicy": {} },
              "Alarm": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "X": { "Ref": "A" } } } }
            """));

        Assert.Equal(
            ["A (Test::A): Ignored", "A (Test::A): CreationPolicy", "Alarm (AWS::CloudWatch::Alarm): the whole resource"],
            result.Stack!.NotEmulated);
    }

    [Fact]
    public async Task An_attribute_of_a_type_that_is_not_emulated_is_refused_by_name()
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => _engine.DeployAsync(Some.Stack("""
            { "A": { "Type": "Test::A", "Properties": { "X": { "Fn::GetAtt": ["Alarm", "Arn"] } } }, "Alarm": { "Type": "AWS::CloudWatch::Alarm" } }
            """)));

        Assert.Contains("AWS::CloudWatch::Alarm is not emulated, so attribute 'Arn' of 'Alarm' has no value", error.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Done);
    }

    [Fact]
    public async Task A_stack_for_another_account_is_refused()
    {
        var error = await Assert.ThrowsAsync<AwsException>(
            () => _engine.DeployAsync(Some.Stack(Two) with { AccountId = "999988887777", Region = "us-gov-west-1" }));

        Assert.Contains("999988887777", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Changes(StackResult result) => result.Changes.Select(change => $"{change.LogicalId} {change.Kind}");

    private sealed class Listener(List<string> events) : IProgress<StackEvent>
    {
        public void Report(StackEvent value) => events.Add($"{value.LogicalId} {value.Status}");
    }
}

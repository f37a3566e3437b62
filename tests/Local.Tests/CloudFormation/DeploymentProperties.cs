using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>What holds for every template and every failure.</summary>
public sealed class DeploymentProperties
{
    private static Arbitrary<int[]> Choices => Gen.Choose(0, 59).ArrayOf(80).ToArbitrary();

    [Fact]
    public void A_second_deployment_of_any_template_changes_nothing() => Check(async (dice, run) =>
    {
        var stack = RandomTemplate.Of(dice);
        await run.Engine.DeployAsync(stack);
        run.World.Done.Clear();

        var result = await run.Engine.DeployAsync(stack);

        Assert.Equal(StackOutcome.Unchanged, result.Outcome);
        Assert.Empty(run.World.Done);
    });

    [Fact]
    public void Any_update_gives_what_creating_the_new_template_gives() => Check(async (dice, run) =>
    {
        var (before, after) = (RandomTemplate.Of(dice), RandomTemplate.Of(dice));
        await run.Engine.DeployAsync(before);
        var updated = await run.Engine.DeployAsync(after);

        using var fresh = new Run();
        var created = await fresh.Engine.DeployAsync(after);

        Assert.True(updated.IsSuccess, updated.Reason);
        Assert.Equal(Shape(created.Stack!), Shape(updated.Stack!));
        Assert.Equal(updated.Stack!.Resources.Select(resource => resource.PhysicalId).Order(), run.World.Existing.Keys.Order());
        Assert.Equal(StackOutcome.Unchanged, (await run.Engine.DeployAsync(after)).Outcome);
    });

    [Fact]
    public void Whatever_fails_on_creation_nothing_is_left() => Check(async (dice, run) =>
    {
        run.Fail(dice, "Create");

        var result = await run.Engine.DeployAsync(RandomTemplate.Of(dice));

        Assert.Equal(result.Outcome == StackOutcome.Created, run.World.Existing.Count > 0);
        Assert.True(result.Outcome == StackOutcome.Created || result.Stack!.Status == StackStatus.RollbackComplete, result.Reason);
    });

    [Fact]
    public void Whatever_fails_on_an_update_everything_is_as_before()
    {
        var rolledBack = 0;
        Check(async (dice, run) =>
        {
            await run.Engine.DeployAsync(RandomTemplate.Of(dice));
            var (world, stack) = (run.World.Snapshot(), run.Engine.Stacks.Single());
            run.Fail(dice, dice.OneIn(2) ? "Create" : "Update");

            var result = await run.Engine.DeployAsync(RandomTemplate.Of(dice));

            if (!result.IsSuccess)
            {
                rolledBack++;
                Assert.Equal(StackStatus.UpdateRollbackComplete, result.Stack!.Status);
                Assert.Equal(world, run.World.Snapshot());
                Assert.Equal(Exactly(stack), Exactly(result.Stack));
            }
        });

        Assert.True(rolledBack > 50, $"Only {rolledBack} deployments failed; the property says nothing.");
    }

    [Fact]
    public void After_a_failed_update_the_same_update_works() => Check(async (dice, run) =>
    {
        await run.Engine.DeployAsync(RandomTemplate.Of(dice));
        run.Fail(dice, dice.OneIn(2) ? "Create" : "Update");
        var after = RandomTemplate.Of(dice);
        await run.Engine.DeployAsync(after);
        run.Faults.Clear();
        run.World.FailAfterUpdate.Clear();

        var result = await run.Engine.DeployAsync(after);

        Assert.True(result.IsSuccess, result.Reason);
        Assert.Equal(result.Stack!.Resources.Select(resource => resource.PhysicalId).Order(), run.World.Existing.Keys.Order());
    });

    [Fact]
    public void A_resource_is_only_there_while_everything_that_it_uses_is() => Check(async (dice, run) =>
    {
        foreach (var stack in new[] { RandomTemplate.Of(dice), RandomTemplate.Of(dice) })
        {
            run.Fail(dice, "Create");
            await run.Engine.DeployAsync(stack);
        }

        await run.Engine.DeleteAsync("Stack");

        Assert.Empty(run.World.DanglingReferences);
        Assert.Empty(run.World.Existing);
    });

    private static void Check(Func<Dice, Run, Task> property) => Repeatable.Check(
        Choices,
        choices =>
        {
            using var run = new Run();
            property(new Dice(choices), run).GetAwaiter().GetResult();
        },
        count: 300);

    /// <summary>Properties by logical id, with logical ids in place of physical ones.</summary>
    private static string Shape(DeployedStack stack) => stack.Resources.OrderBy(resource => resource.LogicalId, StringComparer.Ordinal)
        .Aggregate(
            string.Join('\n', stack.Resources.OrderBy(resource => resource.LogicalId, StringComparer.Ordinal)
                .Select(resource => $"{resource.LogicalId} {Sorted(resource.Properties)}")),
            (text, resource) => text.Replace(resource.PhysicalId, $"<{resource.LogicalId}>", StringComparison.Ordinal));

    private static string Exactly(DeployedStack stack) =>
        string.Join('\n', stack.Resources.Select(resource => $"{resource.LogicalId} {resource.PhysicalId} {Sorted(resource.Properties)} "
            + string.Join(',', resource.Deployed.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"))))
        + string.Join('\n', stack.Outputs);

    private static string Sorted(JsonObject properties) =>
        string.Join(';', properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"));

    private sealed class Run : IDisposable
    {
        public Run() => Engine = Some.Engine(World, Faults);

        public FakeWorld World { get; } = new();

        public FaultPlan Faults { get; } = new();

        public CloudFormationEngine Engine { get; }

        /// <summary>Makes one operation fail: before it begins, or an update after it took effect.</summary>
        public void Fail(Dice dice, string verb)
        {
            if (verb == "Update" && dice.OneIn(2))
            {
                World.FailAfterUpdate.Add($"R{dice.Choose(8)}");
            }
            else
            {
                Faults.Add(new Fault("cloudformation", $"{verb} Test::{"AB"[dice.Choose(2)]}", FaultKind.InternalError) { After = dice.Choose(3), Times = 1 });
            }
        }

        public void Dispose() => Engine.Dispose();
    }
}

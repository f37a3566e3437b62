using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.CloudFormation;

public sealed class ExportTests : IDisposable
{
    private static readonly AssemblyStack User = Some.Stack(
        """{ "A": { "Type": "Test::A", "Properties": { "Value": { "Fn::ImportValue": "bucket" } } } }""", name: "User");

    private readonly FakeWorld _world = new();
    private readonly CloudFormationEngine _engine;

    public ExportTests() => _engine = Some.Engine(_world);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_export_is_imported_by_another_stack()
    {
        await _engine.DeployAsync(Owner("one"));

        var result = await _engine.DeployAsync(User);

        Assert.Contains("one", _world.Existing[result.Stack!.Find("A")!.PhysicalId], StringComparison.Ordinal);
        Assert.Equal([new("Out", "one", "bucket")], _engine.Stacks[0].Outputs);
    }

    [Fact]
    public async Task An_export_in_use_cannot_change_and_the_update_is_rolled_back()
    {
        await _engine.DeployAsync(Owner("one"));
        await _engine.DeployAsync(User);
        var before = _world.Snapshot();

        var result = await _engine.DeployAsync(Owner("two"));

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal("Export bucket cannot be updated as it is in use by User.", result.Reason);
        Assert.Equal(before, _world.Snapshot());
    }

    [Fact]
    public async Task An_export_in_use_cannot_be_removed()
    {
        await _engine.DeployAsync(Owner("one"));
        await _engine.DeployAsync(User);

        var result = await _engine.DeployAsync(Some.Stack("""{ "O": { "Type": "Test::A", "Properties": { "Value": "one" } } }""", name: "Owner"));

        Assert.Equal("Export bucket cannot be deleted as it is in use by User.", result.Reason);
    }

    [Fact]
    public async Task A_stack_whose_export_is_in_use_cannot_be_deleted()
    {
        await _engine.DeployAsync(Owner("one"));
        await _engine.DeployAsync(User);

        await Assert.ThrowsAsync<AwsException>(() => _engine.DeleteAsync("Owner"));
        await _engine.DeleteAsync("User");

        Assert.Equal(StackOutcome.Deleted, (await _engine.DeleteAsync("Owner")).Outcome);
    }

    [Fact]
    public async Task An_export_that_does_not_exist_is_refused_before_anything_is_touched()
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => _engine.DeployAsync(User));

        Assert.Contains("no export named 'bucket' found", error.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Done);
    }

    [Fact]
    public async Task Two_stacks_cannot_export_the_same_name()
    {
        await _engine.DeployAsync(Owner("one"));

        var result = await _engine.DeployAsync(Owner("one") with { Name = "Second" });

        Assert.Equal("Export with name bucket is already exported by stack Owner.", result.Reason);
    }

    private static AssemblyStack Owner(string value) => Some.Stack(
        $$"""{ "O": { "Type": "Test::A", "Properties": { "Value": "{{value}}" } } }""",
        """ "Outputs": { "Out": { "Value": { "Fn::GetAtt": ["O", "Value"] }, "Export": { "Name": "bucket" } } } """,
        "Owner");
}

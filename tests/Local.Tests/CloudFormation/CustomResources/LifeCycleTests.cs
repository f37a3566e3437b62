using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;
using static Infra.Local.Tests.CloudFormation.CustomResources.CustomResourceRig;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

public sealed class LifeCycleTests
{
    [Fact]
    public async Task Another_physical_id_on_update_is_a_replacement_and_the_old_one_is_deleted_in_the_cleanup()
    {
        await using var rig = await StartAsync();
        await rig.DeployOneAsync(""" "Days": 7 """);
        rig.Functions.OnEvent = async sent =>
        {
            var isUpdate = sent["RequestType"]!.ToString() == "Update";
            await rig.AnswerAsync(sent, answer => answer["PhysicalResourceId"] = isUpdate ? "ca/other" : answer["PhysicalResourceId"]!.ToString());
            return null;
        };

        var result = await rig.DeployOneAsync(""" "Days": 3 """);

        Assert.Equal(StackOutcome.Updated, result.Outcome);
        Assert.Equal(["Create", "Update", "Delete"], rig.Functions.RequestTypes);
        Assert.Equal("ca/crl", rig.Functions.Events[2]["PhysicalResourceId"]!.ToString());
        Assert.Equal("7", rig.Functions.Events[2]["ResourceProperties"]!["Days"]!.ToString());
        Assert.Equal("ca/other", result.Stack!.Find("Settings")!.PhysicalId);
    }

    [Fact]
    public async Task On_rollback_an_update_comes_with_old_and_new_exchanged()
    {
        await using var rig = await StartAsync();
        await rig.DeployAsync(OneBeforeFragile(""" "Days": 7 """, fails: false));

        var result = await rig.DeployAsync(OneBeforeFragile(""" "Days": 3 """, fails: true));

        var back = rig.Functions.Events[2];
        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(["Create", "Update", "Update"], rig.Functions.RequestTypes);
        Assert.Equal(("3", "7"), (back["OldResourceProperties"]!["Days"]!.ToString(), back["ResourceProperties"]!["Days"]!.ToString()));
    }

    [Fact]
    public async Task An_update_that_failed_is_taken_back_with_another_update()
    {
        await using var rig = await StartAsync();
        await rig.DeployOneAsync(""" "Days": 7 """);
        rig.Functions.OnEvent = async sent =>
        {
            var fails = sent["ResourceProperties"]!["Days"]!.ToString() == "0";
            await rig.AnswerAsync(sent, answer => (answer["Status"], answer["Reason"]) = (fails ? "FAILED" : "SUCCESS", "Days must be 1 to 5000."));
            return null;
        };

        var result = await rig.DeployOneAsync(""" "Days": 0 """);

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(["Create", "Update", "Update"], rig.Functions.RequestTypes);
        Assert.Equal("7", rig.Functions.Events[2]["ResourceProperties"]!["Days"]!.ToString());
    }

    [Fact]
    public async Task A_replacement_is_taken_back_by_an_update_and_the_deletion_of_the_new_one()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = async sent =>
        {
            var isDelete = sent["RequestType"]!.ToString() == "Delete";
            await rig.AnswerAsync(sent, answer => answer["PhysicalResourceId"] =
                isDelete ? sent["PhysicalResourceId"]!.ToString() : $"days/{sent["ResourceProperties"]!["Days"]}");
            return null;
        };
        await rig.DeployAsync(OneBeforeFragile(""" "Days": 7 """, fails: false));

        var result = await rig.DeployAsync(OneBeforeFragile(""" "Days": 3 """, fails: true));

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(["Create", "Update", "Update", "Delete"], rig.Functions.RequestTypes);
        Assert.Equal("days/3", rig.Functions.Events[3]["PhysicalResourceId"]!.ToString());
        Assert.Equal("days/7", result.Stack!.Find("Settings")!.PhysicalId);
    }

    [Theory]
    [InlineData("made/half", "made/half")]
    [InlineData("", "Trust-Settings-")]
    public async Task After_a_failed_creation_the_deletion_names_what_the_failure_named_or_a_generated_id(string named, string expected)
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = async sent =>
        {
            var isCreate = sent["RequestType"]!.ToString() == "Create";
            await rig.AnswerAsync(sent, answer =>
            {
                (answer["Status"], answer["Reason"]) = (isCreate ? "FAILED" : "SUCCESS", "No.");
                answer["PhysicalResourceId"] = isCreate ? named : answer["PhysicalResourceId"]!.ToString();
            });
            return null;
        };

        var result = await rig.DeployOneAsync();

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Equal(["Create", "Delete"], rig.Functions.RequestTypes);
        Assert.StartsWith(expected, rig.Functions.Events[1]["PhysicalResourceId"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_always_fails_gets_its_event_three_times()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = sent => Task.FromResult<string?>("""{"errorMessage":"out of memory"}""");

        var result = await rig.DeployOneAsync();

        Assert.Equal(StackOutcome.RollbackFailed, result.Outcome);
        Assert.Equal(["Create", "Create", "Create", "Delete", "Delete", "Delete"], rig.Functions.RequestTypes);
        Assert.Contains("out of memory", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_lambda_does_not_have_fails_at_once()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = _ => throw new AwsException("ResourceNotFoundException", "Function not found: trust", 404);

        var result = await rig.DeployOneAsync();

        Assert.Contains("Function not found: trust", result.Reason, StringComparison.Ordinal);
        Assert.Equal(["Create", "Delete"], rig.Functions.RequestTypes);
    }

    [Fact]
    public async Task A_resource_stays_with_its_function()
    {
        await using var rig = await StartAsync();
        await rig.DeployOneAsync();

        var error = await Assert.ThrowsAsync<AwsException>(() => rig.DeployAsync(One().Replace(":function:trust", ":function:other", StringComparison.Ordinal)));

        Assert.Contains("Modifying service token is not allowed", error.Message, StringComparison.Ordinal);
        Assert.Equal(["Create"], rig.Functions.RequestTypes);
    }
}

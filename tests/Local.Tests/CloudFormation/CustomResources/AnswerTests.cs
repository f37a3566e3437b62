using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using static Infra.Local.Tests.CloudFormation.CustomResources.CustomResourceRig;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

public sealed class AnswerTests
{
    public static TheoryData<string, string?, string> BadAnswers => new()
    {
        { "PhysicalResourceId", null, "PhysicalResourceId is missing" },
        { "PhysicalResourceId", "", "PhysicalResourceId is missing" },
        { "PhysicalResourceId", new string('x', 1025), "1025 bytes of at most 1024" },
        { "StackId", "arn:other", "StackId is 'arn:other'" },
        { "RequestId", "other", "RequestId is 'other'" },
        { "LogicalResourceId", null, "LogicalResourceId is ''" },
        { "Status", "DONE", "it must be SUCCESS or FAILED" },
        { "Status", "FAILED", "Reason is missing" },
        { "Data", "text", "Data must be a JSON object" },
        { "Reason", new string('x', 4000), "Response object is too long" },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task An_answer_that_breaks_a_rule_fails_the_resource(string member, string? value, string says)
    {
        await using var rig = await StartAsync();
        rig.Answering(answer => answer[member] = value);

        var result = await rig.DeployOneAsync();

        Assert.False(result.IsSuccess);
        Assert.Contains(says, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_4096_bytes_is_taken()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = async sent =>
        {
            var answer = Answer(sent, document => document["Reason"] = "");
            answer["Reason"] = new string('x', 4096 - Encoding.UTF8.GetByteCount(answer.ToJsonString()));
            Assert.Equal(HttpStatusCode.OK, await rig.PutAsync(sent, new ByteArrayContent(Encoding.UTF8.GetBytes(answer.ToJsonString()))));
            return null;
        };

        Assert.Equal(StackOutcome.Created, (await rig.DeployOneAsync()).Outcome);
    }

    [Theory]
    [InlineData("application/json", false, "", HttpStatusCode.Forbidden)]
    [InlineData(null, true, "", HttpStatusCode.NotImplemented)]
    [InlineData(null, false, "0", HttpStatusCode.Forbidden)]
    [InlineData(null, false, "", HttpStatusCode.OK)]
    public async Task The_url_takes_what_it_was_signed_for_and_nothing_else(string? contentType, bool chunked, string tamper, HttpStatusCode expected)
    {
        await using var rig = await StartAsync();
        var (first, second) = (default(HttpStatusCode), default(HttpStatusCode));
        var answered = new TaskCompletionSource();
        rig.Functions.OnEvent = async sent =>
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Answer(sent).ToJsonString()));
            content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
            first = await rig.PutAsync(sent, content, chunked, tamper);
            second = await rig.AnswerAsync(sent);
            answered.TrySetResult();
            return null;
        };

        var result = await rig.DeployOneAsync();
        await answered.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((expected, HttpStatusCode.OK), (first, second));
        Assert.Equal(StackOutcome.Created, result.Outcome);
    }

    [Fact]
    public async Task A_failure_reaches_the_stack_in_the_words_of_the_function()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = async sent =>
        {
            var isCreate = sent["RequestType"]!.ToString() == "Create";
            await rig.AnswerAsync(sent, answer =>
            {
                answer["Status"] = isCreate ? "FAILED" : "SUCCESS";
                answer["Reason"] = "The CA is EXPIRED; renew it.";
            });
            return null;
        };

        var result = await rig.DeployOneAsync();

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Contains(
            "Received response status [FAILED] from custom resource. Message returned: The CA is EXPIRED; renew it. (RequestId: ",
            result.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_comes_fails_the_resource_after_its_timeout()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = _ => Task.FromResult<string?>(null);

        var result = await rig.DeployOneAsync(timeout: "1");

        Assert.Equal(StackOutcome.RollbackFailed, result.Outcome);
        Assert.Contains("did not receive a response from your Custom Resource", result.Reason, StringComparison.Ordinal);
        Assert.Contains("within 1 seconds (ServiceTimeout)", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_answer_changes_nothing_any_more()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = _ => Task.FromResult<string?>(null);
        var result = await rig.DeployOneAsync(timeout: "1");

        var late = await rig.AnswerAsync(rig.Functions.Events[0]);

        Assert.Equal(HttpStatusCode.OK, late);
        Assert.Equal(StackOutcome.RollbackFailed, result.Outcome);
        Assert.Equal("ROLLBACK_FAILED", rig.Engine.Stacks.Single().Status);
    }

    [Fact]
    public async Task Of_two_answers_the_first_one_counts()
    {
        await using var rig = await StartAsync();
        rig.Functions.OnEvent = async sent =>
        {
            await rig.AnswerAsync(sent, answer => answer["PhysicalResourceId"] = "first");
            await rig.AnswerAsync(sent, answer => answer["PhysicalResourceId"] = "second");
            return null;
        };

        var result = await rig.DeployOneAsync();

        Assert.Equal("first", result.Stack!.Find("Settings")!.PhysicalId);
    }

    [Theory]
    [InlineData(FaultKind.InternalError)]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Timeout)]
    public async Task An_answer_that_is_lost_once_arrives_with_the_repeat_of_the_event(FaultKind kind)
    {
        await using var rig = await StartAsync();
        rig.Faults.Add(new Fault("cloudformation", "PutResponse", kind) { Times = 1 });
        rig.Functions.OnEvent = AnswerOrFailAsync(rig);

        var result = await rig.DeployOneAsync();

        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.Equal(2, rig.Functions.Events.Count);
        Assert.Equal(rig.Functions.Events[0].ToJsonString(), rig.Functions.Events[1].ToJsonString());
    }

    [Fact]
    public async Task An_answer_that_took_effect_counts_though_its_function_never_learns()
    {
        await using var rig = await StartAsync();
        rig.Faults.Add(new Fault("cloudformation", "PutResponse", FaultKind.LostAnswer));
        rig.Functions.OnEvent = AnswerOrFailAsync(rig);

        var result = await rig.DeployOneAsync();

        Assert.Equal(StackOutcome.Created, result.Outcome);
    }

    /// <summary>A function that ends with an error when its answer does not arrive.</summary>
    private static Func<JsonObject, Task<string?>> AnswerOrFailAsync(CustomResourceRig rig) => async sent =>
    {
        try
        {
            var status = await rig.AnswerAsync(sent);
            return status == HttpStatusCode.OK ? null : $$"""{"errorMessage":"answered {{(int)status}}"}""";
        }
        catch (HttpRequestException e)
        {
            return $$"""{"errorMessage":"{{e.HttpRequestError}}"}""";
        }
    };
}

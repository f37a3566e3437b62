using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class CustomResourceFunctionTests : IDisposable
{
    private readonly FakeAccount _account = new() { Timeout = TimeSpan.FromMinutes(5) };

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task What_was_done_is_answered()
    {
        var answer = await SendAsync("Create", (_, _) => Task.FromResult(new ResourceResult("id", "Mind this.")));

        Assert.True(answer.Succeeded);
        Assert.Equal("id", answer.PhysicalResourceId);
        Assert.Equal("Mind this.", answer.Reason);
    }

    [Fact]
    public async Task A_failure_is_answered_with_what_was_being_done_and_without_a_stack_trace()
    {
        var answer = await SendAsync("Create", (work, _) =>
        {
            work.Progress.Doing = "counting";
            throw new InvalidOperationException("Surprise.");
        });

        Assert.False(answer.Succeeded);
        Assert.Equal("fallback", answer.PhysicalResourceId);
        Assert.Contains("while counting: Surprise.", answer.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("CustomResourceFunctionTests", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_update_keeps_the_physical_id()
    {
        var answer = await SendAsync("Update", (_, _) => throw new ResourceException("No. Do this."));

        Assert.Equal("present", answer.PhysicalResourceId);
        Assert.Equal("No. Do this.", answer.Reason);
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_cancelled_and_answered_ten_seconds_before_the_deadline()
    {
        var started = _account.Time.GetUtcNow();

        var answer = await SendAsync("Create", async (work, token) =>
        {
            work.Progress.Doing = "waiting for the moon";
            for (var pauses = 0; pauses < 1000; pauses++)
            {
                await Task.Delay(TimeSpan.FromSeconds(5), _account.Time, token);
            }

            return new ResourceResult("the moon");
        });

        Assert.False(answer.Succeeded);
        Assert.Contains("time ran out while waiting for the moon", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("deploy again and it continues", answer.Reason, StringComparison.Ordinal);
        Assert.InRange(_account.Time.GetUtcNow() - started, TimeSpan.FromSeconds(289), TimeSpan.FromSeconds(291));
    }

    [Fact]
    public async Task Work_that_does_not_listen_is_answered_without_it()
    {
        var invocation = SendAsync("Create", (_, _) => new TaskCompletionSource<ResourceResult>().Task);

        _account.Time.Advance(TimeSpan.FromSeconds(293));

        Assert.Contains("time ran out", (await invocation).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_about_to_end_answers_at_once()
    {
        var invocation = SendAsync("Create", (work, _) =>
        {
            work.Progress.Doing = "waiting for the moon";
            return new TaskCompletionSource<ResourceResult>().Task;
        });

        await _account.Ending.CancelAsync();
        var answer = await invocation;

        Assert.False(answer.Succeeded);
        Assert.Contains("ended the function's process while waiting for the moon", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Replace")]
    [InlineData("")]
    public async Task An_unknown_kind_of_request_is_answered(string kind)
    {
        var answer = await SendAsync(kind, (_, _) => throw new InvalidOperationException("not reached"));

        Assert.False(answer.Succeeded);
        Assert.Contains("allowed are Create, Update and Delete", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_payload_is_answered_when_it_says_where()
    {
        var whole = Encoding.UTF8.GetBytes(Some.Event("Create", Some.PropertyValues()).ToJsonString());

        await _account.InvokeAsync(whole[..^20]);

        Assert.False(Assert.Single(_account.Answers.Heard).Succeeded);
    }

    [Theory]
    [InlineData("CustomCname", "\"\\ud800\"", "ResourceProperties.CustomCname is not Unicode text")]
    [InlineData("Lists", "[{\"a\":[\"\\udc00\"]}]", "ResourceProperties.Lists[0].a[0] is not Unicode text")]
    [InlineData("Names", "{\"\\ud800\":1}", "the name of a member of ResourceProperties.Names is not Unicode text")]
    public async Task A_property_that_is_no_text_is_answered_with_its_name(string name, string json, string said)
    {
        var whole = Some.Event("Create", Some.PropertyValues()).ToJsonString();
        var broken = whole.Replace(
            "\"ResourceProperties\":{", $"\"ResourceProperties\":{{\"{name}\":{json},", StringComparison.Ordinal);

        await _account.InvokeAsync(Encoding.UTF8.GetBytes(broken), Untouchable);

        var answer = Assert.Single(_account.Answers.Heard);
        Assert.False(answer.Succeeded);
        Assert.Contains(said, answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_that_says_nothing_is_logged()
    {
        await _account.InvokeAsync("nonsense"u8.ToArray());

        Assert.Empty(_account.Answers.Heard);
        Assert.Contains("\"outcome\":\"Unanswerable\"", _account.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Create", "StackId", "another")]
    [InlineData("Update", "StackId", "another")]
    [InlineData("Update", "LogicalResourceId", "Another")]
    [InlineData("Update", "StackId", Some.StackId + "0")]
    public async Task An_event_about_another_resource_is_answered_and_nothing_is_done(string kind, string member, string value)
    {
        var request = Some.Event(kind, Some.PropertyValues());
        request[member] = value;
        request["PhysicalResourceId"] = kind == "Create" ? null : "present";

        var answer = await _account.SendAsync(request, Untouchable);

        Assert.False(answer.Succeeded);
        Assert.Contains($"acts only on resource {Some.LogicalId} of stack {Some.StackId}", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(kind == "Create" ? Some.LogicalId : "present", answer.PhysicalResourceId);
        Assert.Contains("\"level\":\"Warning\"", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_delete_of_another_resource_is_fulfilled_without_doing_anything_so_that_its_rollback_ends()
    {
        var request = Some.Event("Delete", Some.PropertyValues());
        (request["StackId"], request["PhysicalResourceId"]) = ("another", "present");

        var answer = await _account.SendAsync(request, Untouchable);

        Assert.True(answer.Succeeded);
        Assert.Contains("Nothing was changed", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://attacker.example:8443/collect?secret", "https://attacker.example:8443")]
    [InlineData("http://169.254.169.254/latest/meta-data", "http://169.254.169.254:80")]
    public async Task An_event_that_wants_its_answer_elsewhere_gets_none_and_nothing_is_done(string url, string said)
    {
        var request = Some.Event("Update", Some.PropertyValues());
        (request["ResponseURL"], request["PhysicalResourceId"]) = (url, "present");

        var error = (await InvokeAsync(request.ToJsonString()))["error"]!.GetValue<string>();

        Assert.Contains(
            $"its ResponseURL is at {said}, and CloudFormation's is https://cloudformation-", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error + _account.Log, StringComparison.Ordinal);
        Assert.Empty(_account.Answers.Heard);
    }

    [Theory]
    [InlineData(null, Some.LogicalId)]
    [InlineData(Some.StackId, "")]
    public async Task A_function_that_does_not_know_its_resource_acts_on_none(string? stackId, string? logicalId)
    {
        _account.Own = _account.Own with { StackId = stackId, LogicalId = logicalId };
        var request = Some.Event("Create", Some.PropertyValues());
        (request["StackId"], request["LogicalResourceId"]) = (stackId ?? Some.StackId, Some.LogicalId);

        var answer = await _account.SendAsync(request, Untouchable);

        Assert.False(answer.Succeeded);
        Assert.Contains("lacks RESOURCE_STACK_ID or RESOURCE_LOGICAL_ID", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sends_an_event_about_another_resource_gets_an_error_too()
    {
        var request = Some.Event("Update", Some.PropertyValues());
        (request["StackId"], request["PhysicalResourceId"]) = ("another", "present");

        var response = await InvokeAsync(request.ToJsonString());

        Assert.Contains("The event is about resource", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"request":"apply"}""", TrustManagerVariables.DirectoryTrust, "which function DirectoryReconcile fulfils, and this is DirectoryTrust")]
    [InlineData("""{"request":"plan"}""", TrustManagerVariables.DirectoryTrust, "which function DirectoryRead fulfils")]
    [InlineData("""{"request":"destroy"}""", TrustManagerVariables.DirectoryTrust, "must be one of plan, status, history, approvals (DirectoryRead), apply")]
    [InlineData("""{"request":"published"}""", TrustManagerVariables.CaRevocation, "which function CaRenewal fulfils, and this is CaRevocation")]
    [InlineData("""{"request":"history"}""", TrustManagerVariables.CaActivation, "which function CaRead fulfils, and this is CaActivation")]
    [InlineData("""{"source":"aws.events","detail-type":"x"}""", TrustManagerVariables.DirectoryTrust, "event of EventBridge, which function DirectoryTrust does not accept")]
    [InlineData("{}", TrustManagerVariables.DirectoryTrust, "names no ResponseURL")]
    [InlineData("null", TrustManagerVariables.DirectoryTrust, "names no ResponseURL")]
    [InlineData("[]", TrustManagerVariables.DirectoryTrust, "names no ResponseURL")]
    [InlineData("", TrustManagerVariables.DirectoryTrust, "names no ResponseURL")]
    [InlineData("nonsense", TrustManagerVariables.DirectoryTrust, "names no ResponseURL")]
    public async Task What_is_not_CloudFormations_gets_an_error_that_names_the_right_function(
        string payload, string function, string problem)
    {
        _account.Own = _account.Own with { Function = function };

        var response = await InvokeAsync(payload);

        Assert.Contains(problem, response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_account.Answers.Heard);
    }

    [Fact]
    public async Task Every_request_leaves_a_line_of_metrics()
    {
        await SendAsync("Create", (_, _) => Task.FromResult(new ResourceResult("id")));

        Assert.Contains(
            "\"Namespace\":\"TrustManager\",\"Dimensions\":[[\"FunctionName\"]],\"Metrics\":[{\"Name\":\"Succeeded\",\"Unit\":\"Count\"}",
            _account.Log,
            StringComparison.Ordinal);
    }

    private static FakeResource Untouchable => new((_, _) => throw new InvalidOperationException("It was asked to act."));

    private async Task<JsonNode> InvokeAsync(string payload) =>
        JsonNode.Parse(await _account.InvokeAsync(Encoding.UTF8.GetBytes(payload), Untouchable))!;

    private Task<CustomResourceAnswer> SendAsync(string kind, Func<ResourceWork, CancellationToken, Task<ResourceResult>> what)
    {
        var request = Some.Event(kind, Some.PropertyValues());
        if (kind != "Create")
        {
            request["PhysicalResourceId"] = "present";
        }

        return _account.SendAsync(request, new FakeResource(what));
    }
}

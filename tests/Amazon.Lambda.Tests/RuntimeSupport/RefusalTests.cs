using Amazon.Lambda.RuntimeSupport;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests.RuntimeSupport;

/// <summary>What the Runtime API does not take ends the process, so that Lambda starts a fresh one.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task An_answer_that_is_refused_ends_the_loop_and_says_why(int status)
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        api.ReportStatus = status;
        api.ReportAnswer = """{"errorMessage":"not like this","errorType":"Refused"}""";

        var error = await Assert.ThrowsAsync<RuntimeApiClientException<ErrorResponse>>(
            () => api.ServeAsync(Some.Function(_ => { })));

        Assert.Equal(status, error.StatusCode);
        Assert.Equal("not like this", error.Result.ErrorMessage);
        Assert.Equal("Refused", error.Result.ErrorType);
        Assert.Equal(api.ReportAnswer, error.Response);
        Assert.Equal(1, api.Polls);
    }

    [Fact]
    public async Task A_refusal_that_is_not_json_is_still_a_refusal()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        api.ReportStatus = 413;
        api.ReportAnswer = "<html>too large</html>";

        var error = await Assert.ThrowsAsync<RuntimeApiClientException<ErrorResponse>>(
            () => api.ServeAsync(Some.Function(_ => { })));

        Assert.Null(error.Result);
        Assert.Contains("<html>too large</html>", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "exit promptly")]
    [InlineData(418, "418")]
    public async Task A_runtime_api_that_fails_ends_the_loop(int status, string said)
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        api.ReportStatus = status;

        var error = await Assert.ThrowsAsync<RuntimeApiClientException>(
            () => api.ServeAsync(Some.Function(_ => { })));

        Assert.Equal(status, error.StatusCode);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_report_that_is_refused_ends_the_loop_as_well()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        api.ReportStatus = 403;

        var error = await Assert.ThrowsAsync<RuntimeApiClientException<ErrorResponse>>(
            () => api.ServeAsync(Some.FunctionThatThrows(new InvalidOperationException())));

        Assert.Equal(403, error.StatusCode);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public async Task An_accepted_answer_keeps_the_loop_going(int status)
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        api.ReportStatus = status;

        await api.ServeAsync(Some.Function(_ => { }));

        Assert.Equal(2, api.Reports.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_poll_that_is_refused_ends_the_loop(int status)
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        api.NextStatus = status;

        var error = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(
            () => api.ServeAsync(Some.Function(_ => { })));

        Assert.Equal(status, error.StatusCode);
        Assert.Empty(api.Reports);
    }

    [Fact]
    public async Task An_event_without_a_request_id_cannot_be_served()
    {
        await using var api = await FakeRuntimeApi.StartAsync(new Event("{}", new Dictionary<string, string>()));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => api.ServeAsync(Some.Function(_ => { })));

        Assert.Contains("Lambda-Runtime-Aws-Request-Id", error.Message, StringComparison.Ordinal);
    }
}

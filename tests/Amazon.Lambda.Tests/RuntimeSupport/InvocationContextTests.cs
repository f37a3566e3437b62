using Amazon.Lambda.Core;
using Infra.Amazon.Lambda.Tests.Process;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests.RuntimeSupport;

public class InvocationContextTests
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";
    private const string InvocationIdHeader = "Lambda-Runtime-Invocation-Id";

    [Fact]
    public async Task The_context_carries_the_headers_of_the_event()
    {
        var context = await ContextOf(Some.Event(
            headers: [("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7"), ("Lambda-Runtime-Aws-Tenant-Id", "blue")]));

        Assert.Equal(Some.RequestId, context.AwsRequestId);
        Assert.Equal(Some.FunctionArn, context.InvokedFunctionArn);
        Assert.Equal("Root=1-5bef4de7", context.TraceId);
        Assert.Equal("blue", context.TenantId);
    }

    [Fact]
    public async Task Header_names_are_read_in_any_case()
    {
        var context = await ContextOf(new Event("{}", new Dictionary<string, string>
        {
            ["lambda-runtime-aws-request-id"] = "lower",
            ["LAMBDA-RUNTIME-INVOKED-FUNCTION-ARN"] = Some.FunctionArn,
        }));

        Assert.Equal("lower", context.AwsRequestId);
        Assert.Equal(Some.FunctionArn, context.InvokedFunctionArn);
    }

    [Fact]
    public async Task The_context_carries_the_environment_of_the_function()
    {
        using var variables = new EnvironmentVariables(
            ("AWS_LAMBDA_FUNCTION_NAME", "crl"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/crl"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "stream"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            ("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK", "true"));

        var context = await ContextOf(Some.Event());

        Assert.Equal("crl", context.FunctionName);
        Assert.Equal("$LATEST", context.FunctionVersion);
        Assert.Equal("/aws/lambda/crl", context.LogGroupName);
        Assert.Equal("stream", context.LogStreamName);
        Assert.Equal(512, context.MemoryLimitInMB);
    }

    [Fact]
    public async Task Remaining_time_counts_down_to_the_deadline()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1);
        var remaining = TimeSpan.Zero;

        await LookAsync(
            Some.Event(headers: ("Lambda-Runtime-Deadline-Ms", Some.Milliseconds(deadline))),
            context => remaining = context.RemainingTime);

        Assert.InRange(remaining, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-9223372036854775808")]
    public async Task Remaining_time_is_negative_past_the_deadline_or_without_one(string deadline)
    {
        var context = await ContextOf(Some.Event(headers: ("Lambda-Runtime-Deadline-Ms", deadline)));

        Assert.True(context.RemainingTime < TimeSpan.FromDays(-365), context.RemainingTime.ToString());
    }

    [Fact]
    public async Task An_event_with_nothing_but_a_request_id_is_served()
    {
        var context = await ContextOf(
            new Event(string.Empty, new Dictionary<string, string> { ["Lambda-Runtime-Aws-Request-Id"] = "bare" }));

        Assert.Equal("bare", context.AwsRequestId);
        Assert.Null(context.InvokedFunctionArn);
        Assert.Null(context.Identity);
        Assert.Null(context.ClientContext);
        Assert.Empty(context.TraceId);
        Assert.True(context.RemainingTime < TimeSpan.Zero);
    }

    [Fact]
    public async Task The_trace_of_an_event_is_in_the_environment_and_does_not_outlive_it()
    {
        using var variables = new EnvironmentVariables((TraceVariable, null));
        var traces = new List<string?>();
        await using var api = await FakeRuntimeApi.StartAsync(
            Some.Event(headers: ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7;Sampled=1")), Some.Event());

        await api.ServeAsync(Some.Function(_ => traces.Add(Environment.GetEnvironmentVariable(TraceVariable))));

        Assert.Equal(["Root=1-5bef4de7;Sampled=1", null], traces);
    }

    [Fact]
    public async Task The_invocation_id_goes_back_with_the_answer()
    {
        await using var api = await FakeRuntimeApi.StartAsync(
            Some.Event(headers: (InvocationIdHeader, "attempt-1")), Some.Event());

        await api.ServeAsync(Some.Function(_ => { }));

        Assert.Equal(["attempt-1", null], api.Reports.Select(r => r.Header(InvocationIdHeader)));
    }

    [Fact]
    public async Task The_invocation_id_goes_back_with_an_error()
    {
        using var console = new CapturedConsole();
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(headers: (InvocationIdHeader, "attempt-1")));

        await api.ServeAsync(Some.FunctionThatThrows(new InvalidOperationException()));

        Assert.Equal("attempt-1", Assert.Single(api.Reports).Header(InvocationIdHeader));
    }

    private static async Task<ILambdaContext> ContextOf(Event waiting)
    {
        ILambdaContext? seen = null;
        await LookAsync(waiting, context => seen = context);
        return seen!;
    }

    private static async Task LookAsync(Event waiting, Action<ILambdaContext> look)
    {
        await using var api = await FakeRuntimeApi.StartAsync(waiting);
        await api.ServeAsync(Some.Function(look));
    }
}

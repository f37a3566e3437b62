using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Infra.Amazon.Lambda.Tests.Process;
using Infra.Amazon.Lambda.Tests.RuntimeApi;
using Infra.Amazon.Lambda.Tests.Serialization;

namespace Infra.Amazon.Lambda.Tests.RuntimeSupport;

public class InvocationLoopTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<TestJson> Serializer = new();

    [Fact]
    public async Task An_event_reaches_the_handler_and_its_answer_goes_back_under_the_request_id()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event("ping"));
        static async Task<Stream> Echo(Stream input, ILambdaContext context)
        {
            using var reader = new StreamReader(input);
            return Some.Text(await reader.ReadToEndAsync() + " pong");
        }

        await api.ServeAsync(Some.Function(Echo));

        var report = Assert.Single(api.Reports);
        Assert.Equal($"invocation/{Some.RequestId}/response", report.Path);
        Assert.Equal("ping pong", report.Body);
        Assert.Equal("application/json", report.Header("Content-Type"));
        Assert.StartsWith("aws-lambda-dotnet/", report.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_handler_takes_and_gives_objects()
    {
        await using var api = await FakeRuntimeApi.StartAsync(
            Some.Event("""{"NAME":"crl","number":7}"""), Some.Event("""{"name":"a longer name","number":1}"""));
        static Task<Numbered> Next(Numbered input, ILambdaContext context) =>
            Task.FromResult(new Numbered { Name = input.Name, Number = input.Number + 1 });

        await api.ServeAsync(LambdaBootstrapBuilder.Create<Numbered, Numbered>(Next, Serializer));

        Assert.Equal(
            ["""{"Name":"crl","Number":8}""", """{"Name":"a longer name","Number":2}"""],
            api.Reports.Select(r => r.Body));
    }

    [Fact]
    public async Task An_answer_shorter_than_the_one_before_has_nothing_of_it_left()
    {
        await using var api = await FakeRuntimeApi.StartAsync(
            Some.Event("""{"name":"a longer name"}"""), Some.Event("""{"name":"b"}"""));
        static Task<Numbered> Same(Numbered input, ILambdaContext context) => Task.FromResult(input);

        await api.ServeAsync(LambdaBootstrapBuilder.Create<Numbered, Numbered>(Same, Serializer));

        Assert.Equal("""{"Name":"b","Number":0}""", api.Reports[1].Body);
    }

    [Fact]
    public async Task A_handler_without_an_answer_sends_an_empty_one()
    {
        var seen = new List<int>();
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event("""{"number":7}"""));
        Task Keep(Numbered input, ILambdaContext context)
        {
            seen.Add(input.Number);
            return Task.CompletedTask;
        }

        await api.ServeAsync(LambdaBootstrapBuilder.Create<Numbered>(Keep, Serializer));

        Assert.Equal([7], seen);
        Assert.Empty(Assert.Single(api.Reports).Body);
    }

    [Fact]
    public async Task A_null_stream_is_an_empty_answer()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());

        await api.ServeAsync(Some.Function((_, _) => Task.FromResult<Stream>(null!)));

        Assert.Empty(Assert.Single(api.Reports).Body);
    }

    [Fact]
    public async Task A_stream_that_knows_its_length_is_sent_with_it_from_its_position_on()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        var answer = Some.Text("skipped" + new string('x', 1_000_000));
        answer.Position = "skipped".Length;

        await api.ServeAsync(Some.Function((_, _) => Task.FromResult(answer)));

        var report = Assert.Single(api.Reports);
        Assert.Equal("1000000", report.Header("Content-Length"));
        Assert.Equal(1_000_000, report.Body.Length);
        Assert.DoesNotContain("skipped", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_of_an_answer_is_disposed_once_it_is_sent()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        var answer = Some.Text("answer");

        await api.ServeAsync(Some.Function((_, _) => Task.FromResult(answer)));

        Assert.False(answer.CanRead);
    }

    [Fact]
    public async Task A_stream_that_the_function_keeps_is_not_disposed()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        var answer = Some.Text("answer");
        using var variables = new EnvironmentVariables(("AWS_LAMBDA_RUNTIME_API", api.Endpoint));
        using var end = new CancellationTokenSource();
        using var bootstrap = new LambdaBootstrap(_ =>
        {
            end.Cancel();
            return Task.FromResult(new InvocationResponse(answer, disposeOutputStream: false));
        });

        await bootstrap.RunAsync(end.Token);

        Assert.Equal("answer", Assert.Single(api.Reports).Body);
        Assert.True(answer.CanRead);
    }

    [Fact]
    public async Task Several_events_are_served_by_one_process_in_their_order()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event("1"), Some.Event("2"), Some.Event("3"));

        await api.ServeAsync(Some.Function((input, _) => Task.FromResult(input)));

        Assert.Equal(["1", "2", "3"], api.Reports.Select(r => r.Body));
    }

    [Fact]
    public async Task A_wait_for_an_event_that_was_cut_is_repeated()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event("after the cut"));
        using var http = new HttpClient(new CutOnce());

        await api.ServeAsync(Some.Function((input, _) => Task.FromResult(input)).UseHttpClient(http));

        Assert.Equal("after the cut", Assert.Single(api.Reports).Body);
    }

    [Fact]
    public async Task An_event_in_work_is_answered_even_when_the_caller_cancels()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        using var end = new CancellationTokenSource();
        using var bootstrap = Some
            .Function(_ => end.Cancel())
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        await bootstrap.RunAsync(end.Token);

        Assert.Single(api.Reports);
        Assert.Equal(1, api.Polls);
    }

    [Fact]
    public async Task Run_once_serves_one_event_and_ends()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        using var variables = new EnvironmentVariables(("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        await api.ServeAsync(Some.Function(_ => { }));

        Assert.Equal(1, api.Polls);
        Assert.Single(api.Reports);
    }

    [Fact]
    public void A_function_that_is_not_on_lambda_says_what_is_missing()
    {
        using var variables = new EnvironmentVariables(("AWS_LAMBDA_RUNTIME_API", null));

        var error = Assert.Throws<InvalidOperationException>(() => Some.Function(_ => { }).Build());

        Assert.Contains("AWS_LAMBDA_RUNTIME_API", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Cancels the first request, as a timeout does.</summary>
    private sealed class CutOnce() : DelegatingHandler(new SocketsHttpHandler())
    {
        private bool _cut;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            if (_cut)
            {
                return base.SendAsync(request, token);
            }

            _cut = true;
            throw new TaskCanceledException();
        }
    }
}

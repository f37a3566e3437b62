using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Local.Tests.Function;

/// <summary>A Runtime API loop in the fewest lines; the real one is under test elsewhere.</summary>
internal static class RuntimeClient
{
    private static readonly HttpClient Http = new()
    {
        BaseAddress = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static async Task RunAsync(Func<Invocation, Task<string>> handler)
    {
        while (true)
        {
            var invocation = await NextAsync();
            try
            {
                await PostAsync($"invocation/{invocation.RequestId}/response", await handler(invocation), invocation);
            }
            catch (InvalidOperationException e)
            {
                var error = new JsonObject { ["errorType"] = e.GetType().Name, ["errorMessage"] = e.Message };
                await PostAsync($"invocation/{invocation.RequestId}/error", error.ToJsonString(), invocation);
            }
        }
    }

    public static Task FailInitializationAsync(string error) => PostAsync("init/error", error, null);

    private static async Task<Invocation> NextAsync()
    {
        using var next = await Http.GetAsync(new Uri("invocation/next", UriKind.Relative));
        next.EnsureSuccessStatusCode();
        string Header(string name) => next.Headers.GetValues($"Lambda-Runtime-{name}").Single();
        return new Invocation(
            Header("Aws-Request-Id"),
            Header("Invocation-Id"),
            await next.Content.ReadAsStringAsync(),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Header("Deadline-Ms"), CultureInfo.InvariantCulture)),
            Header("Invoked-Function-Arn"),
            Header("Trace-Id"));
    }

    private static async Task PostAsync(string path, string body, Invocation? invocation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(body),
        };
        if (invocation is not null)
        {
            request.Headers.Add("Lambda-Runtime-Invocation-Id", invocation.InvocationId);
        }

        using var answer = await Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            Console.WriteLine($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}

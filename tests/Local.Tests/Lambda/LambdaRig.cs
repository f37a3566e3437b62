using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Clock;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

/// <summary>The Lambda service of an account, with processes that end when the test does.</summary>
internal sealed class LambdaRig : IAsyncDisposable
{
    public LambdaRig(Func<LambdaHost, LambdaHost>? change = null)
    {
        Host = new LambdaHost
        {
            Account = Some.Account,
            Endpoint = () => new Uri("http://127.0.0.1:4599"),
            Access = Access,
            Roles = Roles,
            Clock = Clock,
        };
        Host = change?.Invoke(Host) ?? Host;
        Functions = new Functions(Host, Faults);
    }

    public FakeAccessControl Access { get; } = new();

    public FakeExecutionRoles Roles { get; } = new();

    public LocalClock Clock { get; } = new();

    public FaultPlan Faults { get; } = new();

    public LambdaHost Host { get; }

    public Functions Functions { get; }

    public static Principal Administrator { get; } = new Principal.Administrator(Some.Account.Id);

    public static CancellationToken Patience { get; } = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;

    public DeployedFunction Deploy(FunctionConfiguration? configuration = null)
    {
        var chosen = configuration ?? Some.Function();
        Functions.Create(chosen);
        return Functions.Get(chosen.Name);
    }

    public Task<InvocationResult> InvokeAsync(string json, Principal? caller = null, string function = "responder") =>
        Functions.InvokeAsync(
            Some.Account.Arn("lambda", $"function:{function}"), Encoding.UTF8.GetBytes(json), caller ?? Administrator, Patience);

    public async Task<JsonNode> AnswerAsync(string json)
    {
        var result = await InvokeAsync(json);
        Assert.Null(result.FunctionError);
        return JsonNode.Parse(result.Payload.Span)!;
    }

    public async Task<JsonNode> ErrorAsync(string json)
    {
        var result = await InvokeAsync(json);
        Assert.Equal("Unhandled", result.FunctionError);
        return JsonNode.Parse(result.Payload.Span)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Functions.DisposeAsync();
        Clock.Dispose();
    }
}

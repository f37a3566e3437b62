using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Permissions;

namespace Infra.Local.Tests.LoadBalancing;

/// <summary>One function whose answer the test writes; it keeps the events that it got.</summary>
internal sealed class FakeFunctions : IFunctions, IFunctionPermissions
{
    public const string Ok = """{"statusCode":200,"headers":{"Content-Type":"text/plain"},"body":"ok"}""";

    /// <summary>The response document for an event.</summary>
    public Func<JsonNode, CancellationToken, Task<string>> AnswerAsync { get; set; } = (_, _) => Task.FromResult(Ok);

    public string? FunctionError { get; set; }

    /// <summary>What the service says instead of running the function.</summary>
    public AwsException? Failure { get; set; }

    public List<JsonNode> Events { get; } = [];

    public List<Principal> Callers { get; } = [];

    /// <summary>Whether the function's policy lets load balancing in.</summary>
    public bool IsPermitted { get; set; } = true;

    public string Document
    {
        set => AnswerAsync = (_, _) => Task.FromResult(value);
    }

    public async Task<InvocationResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, Principal caller, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        var input = JsonNode.Parse(payload.Span)!;
        lock (Events)
        {
            Events.Add(input);
            Callers.Add(caller);
        }

        return new InvocationResult(Encoding.UTF8.GetBytes(await AnswerAsync(input, cancellationToken)), FunctionError);
    }

    public void DemandInvoke(string functionArn, Principal caller)
    {
        if (!IsPermitted)
        {
            throw new AwsException("AccessDenied", $"{caller} may not invoke {functionArn}.", 403);
        }
    }
}

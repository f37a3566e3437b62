using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Infra.Local.Iam;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

/// <summary>One function that keeps every event it got and does with it what <see cref="OnEvent"/> says.</summary>
internal sealed class FakeFunctions : IFunctions
{
    private readonly ConcurrentQueue<JsonObject> _events = new();

    /// <summary>What the function does; its result is the error document, null when it returns.</summary>
    public Func<JsonObject, Task<string?>> OnEvent { get; set; } = _ => Task.FromResult<string?>(null);

    public IReadOnlyList<JsonObject> Events => [.. _events];

    /// <summary>For example <c>Create</c>, <c>Delete</c>.</summary>
    public IEnumerable<string> RequestTypes => Events.Select(sent => sent["RequestType"]!.ToString());

    public Principal? LastCaller { get; private set; }

    public async Task<InvocationResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, Principal caller, CancellationToken cancellationToken)
    {
        LastCaller = caller;
        var sent = JsonNode.Parse(payload.Span)!.AsObject();
        _events.Enqueue(sent);
        return await OnEvent(sent) is { } error
            ? new InvocationResult(System.Text.Encoding.UTF8.GetBytes(error), "Unhandled")
            : new InvocationResult("null"u8.ToArray(), null);
    }
}

using System.Text.Json;

namespace Infra.TrustManager.Requests;

/// <summary>Who invoked a function, by the form of the event; nothing else in it is checked yet.</summary>
public abstract record Invocation
{
    private Invocation()
    {
    }

    /// <summary>The form of CloudFormation's events about custom resources.</summary>
    public sealed record CloudFormation : Invocation;

    /// <summary>The form of EventBridge's events: a schedule, an object of a bucket, a call to AWS.</summary>
    /// <param name="What">Source and detail type, for the log.</param>
    public sealed record EventBridge(string What, JsonElement Json) : Invocation;

    /// <summary>The form of an operator request.</summary>
    /// <param name="Name">What the request is; any text.</param>
    public sealed record Request(string Name, JsonElement Json) : Invocation;

    /// <summary>None of these forms.</summary>
    /// <param name="Problem">A sentence: what was seen.</param>
    public sealed record Unreadable(string Problem) : Invocation;
}

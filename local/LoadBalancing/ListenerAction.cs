namespace Infra.Local.LoadBalancing;

/// <summary>What a listener does with a request.</summary>
public abstract record ListenerAction
{
    private ListenerAction()
    {
    }

    /// <summary>Asks the target of a group.</summary>
    public sealed record Forward(string TargetGroupArn) : ListenerAction;

    /// <summary>Answers by itself.</summary>
    public sealed record FixedResponse(int StatusCode, string ContentType, string Body) : ListenerAction;
}

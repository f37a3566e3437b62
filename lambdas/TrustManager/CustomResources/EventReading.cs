namespace Infra.TrustManager.CustomResources;

/// <summary>What an event came to.</summary>
public abstract record EventReading
{
    private EventReading()
    {
    }

    /// <summary>A complete request.</summary>
    public sealed record Request(CustomResourceRequest Content) : EventReading;

    /// <summary>Not a usable request, but it says where CloudFormation waits for an answer.</summary>
    public sealed record Malformed(AnswerAddress Address, string Problem) : EventReading;

    /// <summary>Nothing in it says where to answer: only the log can tell.</summary>
    public sealed record Unanswerable(string Problem) : EventReading;
}

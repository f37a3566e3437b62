namespace Infra.TrustManager.Identity;

/// <summary>Who asks for a write, as far as it is known.</summary>
public abstract record Requester
{
    /// <summary>What the history says of a request without a proof.</summary>
    public const string SelfReported = "self-reported";

    private Requester()
    {
    }

    /// <summary>The request may go on.</summary>
    /// <param name="By">For the history: the ARN that STS returned, or <see cref="SelfReported"/>.</param>
    public sealed record Accepted(string By) : Requester;

    /// <summary>The request presents a proof that proves nothing, and is refused.</summary>
    /// <param name="Problem">What was seen, what is allowed, what to do; nothing secret.</param>
    public sealed record Refused(string Problem) : Requester;
}

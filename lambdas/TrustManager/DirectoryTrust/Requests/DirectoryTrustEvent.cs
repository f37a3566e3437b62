using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>What the function was invoked for.</summary>
public abstract record DirectoryTrustEvent
{
    private DirectoryTrustEvent()
    {
    }

    /// <summary>CloudFormation's, which has a reader of its own; also whatever cannot be read at all.</summary>
    public sealed record Resource : DirectoryTrustEvent;

    /// <summary>EventBridge's: time has passed or a source changed, so that the directory is to be looked at.</summary>
    /// <param name="What">Source and detail type.</param>
    /// <param name="At">When it happened: a delayed event decides nothing that it could not have decided then.</param>
    public sealed record Occurrence(string What, DateTimeOffset At) : DirectoryTrustEvent;

    /// <summary>What would happen, now and later?</summary>
    /// <param name="Properties">Null for those of the last deployment.</param>
    public sealed record Plan(ResourceProperties? Properties, DateTimeOffset At) : DirectoryTrustEvent;

    /// <summary>Do it now, whatever the rotation mode is.</summary>
    public sealed record Apply(DateTimeOffset At) : DirectoryTrustEvent;

    /// <summary>Keep scheduled runs away from the directory.</summary>
    public sealed record Hold(string Reason, DateTimeOffset? Until, DateTimeOffset At) : DirectoryTrustEvent;

    /// <summary>The hold is over.</summary>
    public sealed record Release(DateTimeOffset At) : DirectoryTrustEvent;

    /// <summary>What was done to the directory?</summary>
    public sealed record History : DirectoryTrustEvent;

    /// <summary>A person's request that cannot be fulfilled as it is written.</summary>
    /// <param name="Problem">What was seen, and what is allowed.</param>
    public sealed record Wrong(string Problem) : DirectoryTrustEvent;
}

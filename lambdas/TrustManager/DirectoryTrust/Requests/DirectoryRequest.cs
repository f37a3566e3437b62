using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>What an operator asks about a directory.</summary>
/// <param name="DirectoryId">One that the function serves.</param>
public abstract record DirectoryRequest(string DirectoryId)
{
    /// <summary>What would happen, now and later?</summary>
    /// <param name="Properties">Null for those of the last deployment.</param>
    /// <param name="At">A simulated moment; that of the function's clock where none is given.</param>
    public sealed record Plan(string DirectoryId, ResourceProperties? Properties, DateTimeOffset At)
        : DirectoryRequest(DirectoryId);

    /// <summary>What is registered, for how long, and how did the last run end?</summary>
    public sealed record Status(string DirectoryId, DateTimeOffset At) : DirectoryRequest(DirectoryId);

    /// <summary>What was done to the directory?</summary>
    public sealed record History(string DirectoryId) : DirectoryRequest(DirectoryId);

    /// <summary>Do it now, whatever the rotation mode is.</summary>
    public sealed record Apply(string DirectoryId) : DirectoryRequest(DirectoryId);

    /// <summary>Keep scheduled runs away from the directory.</summary>
    public sealed record Hold(string DirectoryId, string Reason, DateTimeOffset? Until)
        : DirectoryRequest(DirectoryId);

    /// <summary>The hold is over.</summary>
    public sealed record Release(string DirectoryId) : DirectoryRequest(DirectoryId);
}

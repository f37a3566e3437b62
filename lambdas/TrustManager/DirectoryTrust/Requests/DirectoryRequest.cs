using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;

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

    /// <summary>What waits for a decision, and what was decided?</summary>
    public sealed record Approvals(string DirectoryId) : DirectoryRequest(DirectoryId);

    /// <summary>A decision about a certificate that lies in a source.</summary>
    /// <param name="Thumbprint">SHA-256: 64 upper-case hexadecimal digits.</param>
    /// <param name="Purpose">
    /// Null to reject it for every purpose for which it can be, or to approve it where the directory has one purpose.
    /// </param>
    public abstract record Decision(string DirectoryId, string Thumbprint, CertificatePurpose? Purpose)
        : DirectoryRequest(DirectoryId);

    /// <summary>Register it, and the waiting certificates below it.</summary>
    public sealed record Approve(string DirectoryId, string Thumbprint, CertificatePurpose? Purpose)
        : Decision(DirectoryId, Thumbprint, Purpose);

    /// <summary>Never register it, and end its notifications.</summary>
    public sealed record Reject(string DirectoryId, string Thumbprint, CertificatePurpose? Purpose)
        : Decision(DirectoryId, Thumbprint, Purpose);
}

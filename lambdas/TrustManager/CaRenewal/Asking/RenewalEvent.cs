namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>What the function was invoked for.</summary>
/// <param name="At">The moment it is about; null: now.</param>
public abstract record RenewalEvent(DateTimeOffset? At)
{
    /// <summary>An event of EventBridge's: look after the certificate.</summary>
    public sealed record Run(DateTimeOffset? At, string Trigger) : RenewalEvent(At);

    /// <summary>A person asks what would happen.</summary>
    public sealed record Plan(DateTimeOffset? At) : RenewalEvent(At);

    /// <summary>A person asks what was done.</summary>
    public sealed record History(DateTimeOffset? At) : RenewalEvent(At);

    /// <summary>A person says that the certificate is in the stores of Active Directory.</summary>
    /// <param name="Thumbprint">64 upper-case hexadecimal digits.</param>
    public sealed record Published(DateTimeOffset? At, string Thumbprint) : RenewalEvent(At);

    /// <summary>Nothing of these; the problem says what is allowed.</summary>
    public sealed record NotUnderstood(string Problem) : RenewalEvent(At: null);
}

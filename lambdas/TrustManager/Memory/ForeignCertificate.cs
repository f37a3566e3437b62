namespace Infra.TrustManager.Memory;

/// <summary>A certificate that others registered.</summary>
/// <param name="Since">The moment of the run that first saw it.</param>
public sealed record ForeignCertificate(string Id, DateTimeOffset Since)
{
    /// <summary>
    /// Thumbprint of the certificate that it is, since Directory Service would not register that a second time; null
    /// while that is not known. What Directory Service lists says no more than name and expiry.
    /// </summary>
    public string? Is { get; init; }

    /// <summary>Thumbprint of a certificate of the same name and expiry for which it could not be found out.</summary>
    public string? Unclear { get; init; }

    /// <summary>
    /// How many certificates of its purpose the directory had then, when that was the reason; 0 for another reason,
    /// which does not pass.
    /// </summary>
    public int UnclearAt { get; init; }
}

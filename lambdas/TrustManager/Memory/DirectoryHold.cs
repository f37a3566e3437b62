namespace Infra.TrustManager.Memory;

/// <summary>A person keeps scheduled runs away from a directory.</summary>
/// <param name="Since">When it was asked for.</param>
/// <param name="Until">When it ends by itself; null until somebody releases it.</param>
/// <param name="Reason">For whoever finds it.</param>
public sealed record DirectoryHold(DateTimeOffset Since, DateTimeOffset? Until, string Reason)
{
    public bool IsOn(DateTimeOffset now) => Until is not { } until || now < until;
}

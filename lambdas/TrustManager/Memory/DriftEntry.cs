using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>A change of the directory that no run of ours made.</summary>
/// <param name="At">The moment of the run that noticed it.</param>
/// <param name="Key">Tells this change from every other.</param>
/// <param name="What">A sentence for a person.</param>
public sealed record DriftEntry(DateTimeOffset At, CertificatePurpose Purpose, string Key, string What)
{
    /// <summary>
    /// How long a change is remembered: a message about it that could not be sent is sent by a later run.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Most that are remembered, the newest: whoever makes more by hand need not be told of each.</summary>
    public const int MaxEntries = 100;
}

using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>What a directory had before an event; it has to stay where the event brought successors.</summary>
internal sealed class Predecessors
{
    private readonly TrustAccount _account;
    private readonly DesiredTrust _to;
    private readonly FakeEntry[] _all;
    private readonly FakeEntry[] _usable;

    public Predecessors(TrustAccount account, DesiredTrust to)
    {
        (_account, _to) = (account, to);
        _all = [.. account.Directory.Entries];
        _usable = [.. _all.Where(account.Directory.IsUsable)];
    }

    /// <summary>Only a section that is removed, and gaps that are allowed, take them away.</summary>
    public void AssertKept()
    {
        foreach (var purpose in Enum.GetValues<CertificatePurpose>())
        {
            if (_to.For(purpose) is not { GapAllowedFor.Count: 0 }
                || !_account.Directory.Entries.Any(entry => entry.Purpose == purpose && !_all.Contains(entry)))
            {
                continue;
            }

            Assert.All(
                _usable.Where(entry => entry.Purpose == purpose && entry.Certificate.NotAfter > _account.Time.GetUtcNow()),
                entry => Assert.Equal(RegistrationState.Registered, entry.State));
            Assert.All(
                _usable.Where(entry => entry.Purpose == purpose), entry => Assert.Contains(entry, _account.Directory.Entries));
        }
    }
}

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

    /// <summary>
    /// Only a section that is removed, gaps that are allowed, and a plain removal that is known as one take them away.
    /// </summary>
    public void AssertKept()
    {
        foreach (var purpose in Enum.GetValues<CertificatePurpose>())
        {
            FakeEntry[] before = [.. _usable.Where(entry => entry.Purpose == purpose)];
            FakeEntry[] arrived =
                [.. _account.Directory.Entries.Where(entry => entry.Purpose == purpose && !_all.Contains(entry))];
            if (_to.For(purpose) is not { GapAllowedFor.Count: 0 } desired || arrived.Length == 0)
            {
                continue;
            }

            FakeEntry[] leaving = [.. before.Where(entry => !desired.Certificates.Contains(entry.Certificate))];
            var isUnknown = arrived.Any(one => !leaving.Any(entry => IsOfSameCa(one, entry)));
            Assert.All(
                before.Where(entry => isUnknown || !leaving.Contains(entry) || arrived.Any(one => IsOfSameCa(one, entry))),
                entry =>
                {
                    Assert.Contains(entry, _account.Directory.Entries);
                    Assert.Equal(RegistrationState.Registered, entry.State);
                });
        }
    }

    private static bool IsOfSameCa(FakeEntry one, FakeEntry other) => one.Certificate.IsOfSameCa(other.Certificate);
}

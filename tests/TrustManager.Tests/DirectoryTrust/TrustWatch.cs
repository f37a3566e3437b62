using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Looks at a directory at every change of it, and objects to what must never be.</summary>
internal sealed class TrustWatch
{
    private readonly TrustAccount _account;
    private readonly DesiredTrust _to;
    private readonly Dictionary<CertificatePurpose, int> _usable;
    private readonly HashSet<(CertificatePurpose, string)> _kept;
    private readonly FakeEntry[] _foreign;
    private readonly FakeEntry[] _before;
    private readonly CertificatePurpose[] _on;

    /// <param name="foreign">What others registered.</param>
    /// <param name="othersOn">What others switched on.</param>
    public TrustWatch(
        TrustAccount account, DesiredTrust to, FakeEntry[] foreign, IReadOnlyList<CertificatePurpose> othersOn)
    {
        (_account, _to, _foreign) = (account, to, foreign);
        _before = [.. account.Directory.Entries];
        _usable = Enum.GetValues<CertificatePurpose>().ToDictionary(purpose => purpose, Usable);
        _kept =
        [
            .. account.Directory.Entries
                .Where(entry => account.Directory.IsUsable(entry) && (IsKept(entry) || IsUndecided(entry)))
                .Select(entry => (entry.Purpose, entry.Certificate.Thumbprint)),
        ];
        _on =
        [
            .. Enum.GetValues<CertificatePurpose>().Where(purpose => account.Directory.IsOn(purpose)
                && (to.For(purpose) is { Enabled: true } || othersOn.Contains(purpose))),
        ];
        account.Directory.Watch = Look;
    }

    private void Look()
    {
        var directory = _account.Directory;
        Assert.All(_foreign, entry => Assert.Contains(entry, directory.Entries));
        Assert.All(_foreign, entry => Assert.NotEqual(RegistrationState.Deregistering, entry.State));
        Assert.All(directory.Entries.Except(_before), entry => Assert.Contains(
            entry.Certificate, _to.For(entry.Purpose)?.Certificates ?? []));
        Assert.All(_on, purpose => Assert.True(directory.IsOn(purpose), $"{purpose} stays on"));
        Assert.All(_kept, kept => Assert.Contains(
            directory.Entries,
            entry => (entry.Purpose, entry.Certificate.Thumbprint) == kept && directory.IsUsable(entry)));
        foreach (var (purpose, before) in _usable)
        {
            var wanted = _to.For(purpose)?.Certificates.Count ?? 0;
            var foreign = _foreign.Count(entry => entry.Purpose == purpose && directory.IsUsable(entry)
                && _to.For(purpose)?.Certificates.Any(entry.Certificate.Equals) != true);
            var gap = _to.For(purpose) is { GapAllowedFor.Count: > 0 } || IsFull(purpose) ? 1 : 0;
            Assert.True(
                Usable(purpose) >= Math.Min(before, Possible(purpose, wanted) + foreign) - gap,
                $"{purpose} has {Usable(purpose)} usable certificates, had {before}");
            Assert.True(
                !directory.IsOn(purpose) || before == 0 || Usable(purpose) > 0 || !_on.Contains(purpose),
                $"{purpose} is on without a usable certificate");
        }
    }

    /// <summary>
    /// With as many desired as the directory takes, what leaves after its overlap goes before the last one comes.
    /// </summary>
    private bool IsFull(CertificatePurpose purpose) =>
        _to.For(purpose) is { } desired
        && desired.Certificates.Count >= _account.Directory.Ceilings[purpose]
        && _before.Count(entry => entry.Purpose == purpose) >= _account.Directory.Ceilings[purpose];

    /// <summary>How many of the wanted ones are valid and can be registered, or are there.</summary>
    private int Possible(CertificatePurpose purpose, int wanted) => wanted == 0 ? 0
        : _to.For(purpose)!.Certificates.Count(certificate => (certificate.IsRegistrable(_account.Time.GetUtcNow())
                && certificate.IsValid(_account.Time.GetUtcNow()))
            || _account.Directory.Entries.Any(entry => entry.Purpose == purpose
                && entry.Certificate.Equals(certificate) && _account.Directory.IsUsable(entry)));

    /// <summary>Wanted, and not allowed to be missing for a moment.</summary>
    private bool IsKept(FakeEntry entry) =>
        _to.For(entry.Purpose) is { } purpose
        && purpose.Certificates.Any(entry.Certificate.Equals)
        && (!purpose.AllowsGapFor(entry.Certificate) || entry.OcspUrl == purpose.OcspUrl);

    /// <summary>
    /// Nothing there replaces it, and something in a bucket may; or it is in the bucket, whatever became of its anchor.
    /// </summary>
    private bool IsUndecided(FakeEntry entry) =>
        _to.For(entry.Purpose) is { } purpose
        && (purpose.Withheld.Any(one => one.Certificate!.Thumbprint == entry.Certificate.Thumbprint)
            || (purpose.Withheld.Any(one => one.MayReplace(_account.Time.GetUtcNow()))
                && !purpose.Certificates.Any(entry.Certificate.Equals)
                && !purpose.Certificates.Any(entry.Certificate.IsOfSameCa)));

    private int Usable(CertificatePurpose purpose) => _account.Directory.Entries
        .Count(entry => entry.Purpose == purpose && _account.Directory.IsUsable(entry));
}

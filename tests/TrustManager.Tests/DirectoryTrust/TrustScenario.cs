using System.Globalization;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.Trust;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>What a seed makes of a directory, two wishes after one another, and the delays between.</summary>
internal sealed class TrustScenario
{
    /// <summary>Two certificates share each name of a CA, so that one may be the other's successor.</summary>
    private const int Names = 4;

    private readonly Random _random;

    public TrustScenario(int seed)
    {
        _random = new Random(seed);
        Ceiling = _random.Next(2) == 0 ? 5 : 100;
        Purposes = _random.Next(4) switch
        {
            0 => [CertificatePurpose.SmartCard],
            1 => [CertificatePurpose.SmartCard, CertificatePurpose.Ldaps],
            _ => [CertificatePurpose.Ldaps],
        };
        // A quarter is delivered before its first day; drawn apart, so that the rest of a life stays as it was.
        var early = new Random(seed ^ 0x5EED);
        Certificates = [.. Enumerable.Range(0, 8).Select(number => SomeTrust.Ca(
            string.Create(CultureInfo.InvariantCulture, $"S{seed}-{number}"),
            _random.Next(8) == 0 ? _random.Next(-5, 120) : 1000 + number,
            of: string.Create(CultureInfo.InvariantCulture, $"CA {number % Names}"),
            validIn: early.Next(4) == 0 ? early.Next(1, 40) : -365))];
        Foreign =
        [
            .. Purposes.SelectMany(purpose => Pick(_random.Next(3)).Where(IsValid).Select(certificate => (
                certificate,
                purpose,
                _random.Next(5) == 0 ? RegistrationState.RegisterFailed : RegistrationState.Registered))),
            .. Twins(seed),
        ];
        ForeignOn = [.. Purposes.Where(_ => _random.Next(4) == 0)];
        First = Wish(sections: Purposes);
        Second = Wish(sections: [.. Purposes.Where(_ => _random.Next(6) > 0).DefaultIfEmpty(Purposes[0])]);
        Unacceptable = _random.Next(6) == 0 ? [.. Pick(1).Select(certificate => certificate.CommonName)] : [];
        OverlapDays = _random.Next(2) == 0 ? 0 : 7;

        // Half of the lives know no bucket; what one holds is drawn apart, so that the other half stays as it is.
        var bucket = new Random(~seed);
        if (seed % 2 == 1)
        {
            FirstBucket = [.. Certificates.Where(_ => bucket.Next(4) == 0)];
            SecondBucket = [.. Certificates.Where(_ => bucket.Next(4) == 0)];
            FirstAnchored = [.. Certificates.Where(_ => bucket.Next(2) == 0)];
            SecondAnchored = [.. Certificates.Where(_ => bucket.Next(2) == 0)];
            Decided = [.. Certificates.Where(_ => bucket.Next(3) == 0).Select(one => (one, bucket.Next(2) == 0))];
        }
    }

    public int Ceiling { get; }

    public IReadOnlyList<CertificatePurpose> Purposes { get; }

    public IReadOnlyList<CaCertificate> Certificates { get; }

    public IReadOnlyList<(CaCertificate Certificate, CertificatePurpose Purpose, RegistrationState State)> Foreign { get; }

    public IReadOnlyList<CertificatePurpose> ForeignOn { get; }

    public DesiredTrust First { get; }

    public DesiredTrust Second { get; }

    /// <summary>Names whose registration fails from the second wish on.</summary>
    public IReadOnlyList<string> Unacceptable { get; }

    public int OverlapDays { get; }

    /// <summary>What a bucket holds at the first wish, and at the second.</summary>
    public IReadOnlyList<CaCertificate> FirstBucket { get; } = [];

    public IReadOnlyList<CaCertificate> SecondBucket { get; } = [];

    /// <summary>What an anchor is above at the first wish, and at the second.</summary>
    public IReadOnlyList<CaCertificate> FirstAnchored { get; } = [];

    public IReadOnlyList<CaCertificate> SecondAnchored { get; } = [];

    /// <summary>What an operator approves or rejects between the two.</summary>
    public IReadOnlyList<(CaCertificate Certificate, bool IsApproved)> Decided { get; } = [];

    /// <summary>Directory Service does not list from when the certificates of others are valid.</summary>
    private static bool IsValid(CaCertificate certificate) => certificate.NotBefore <= SomeTrust.Now;

    public TimeSpan Delay() => TimeSpan.FromSeconds(_random.Next(3) == 0 ? 0 : _random.Next(120));

    /// <summary>Certificates of others with the name and expiry of one that may be desired, and with another key.</summary>
    private (CaCertificate Certificate, CertificatePurpose Purpose, RegistrationState State)[] Twins(int seed)
    {
        var random = new Random(seed * 31);
        return
        [
            .. Purposes.Where(_ => random.Next(4) == 0).Select(purpose =>
            {
                var one = Certificates[random.Next(Certificates.Count)];
                var twin = one with
                {
                    Thumbprint = $"TWIN OF {one.Thumbprint}",
                    KeyThumbprint = "KEY OF the twin",
                    NotBefore = IsValid(one) ? one.NotBefore : SomeTrust.Now,
                };
                return (twin, purpose, RegistrationState.Registered);
            }),
        ];
    }

    private DesiredTrust Wish(IReadOnlyList<CertificatePurpose> sections)
    {
        return new DesiredTrust(Section(CertificatePurpose.SmartCard), Section(CertificatePurpose.Ldaps));

        DesiredPurpose? Section(CertificatePurpose purpose)
        {
            if (!sections.Contains(purpose))
            {
                return null;
            }

            // A new entry that names nothing that is or was there is refused.
            CaCertificate[] picked = Pick(1 + _random.Next(4));
            var known = picked.Concat(First?.For(purpose)?.Certificates ?? []).Distinct();
            return new DesiredPurpose(
                picked,
                Enabled: _random.Next(6) > 0,
                purpose == CertificatePurpose.SmartCard && _random.Next(3) == 0 ? "http://ocsp.example.com" : null,
                _random.Next(2) == 0 ? [.. known.Select(certificate => certificate.CommonName)] : []);
        }
    }

    private CaCertificate[] Pick(int count) =>
        Certificates.OrderBy(_ => _random.Next()).Take(count).ToArray();
}

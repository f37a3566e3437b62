using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infra.Bench.StandIns;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.Bench.Documents;

/// <summary>A directory, what is remembered of it and what it shall trust for smart cards.</summary>
/// <param name="Name">As it stands in the report.</param>
/// <param name="Registered">Ours, and registered.</param>
/// <param name="Wanted">What the directory shall trust.</param>
internal sealed record TrustSituation(
    string Name, IReadOnlyList<CaCertificate> Registered, IReadOnlyList<CaCertificate> Wanted)
{
    private const CertificatePurpose Purpose = CertificatePurpose.SmartCard;

    public DateTimeOffset Now { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public DirectoryState Current { get; } = new(
        [
            .. Registered.Select((ca, i) => new RegisteredCertificate(
                Id(i), Purpose, ca.CommonName, ca.NotAfter, RegistrationState.Registered)),
        ],
        new DirectoryFeature(Registered.Count > 0 ? FeatureStatus.Enabled : FeatureStatus.Disabled),
        DirectoryFeature.Off);

    public TrustMemory Memory { get; } = new()
    {
        Owner = new TrustOwner("arn:aws:cloudformation:us-east-1:111122223333:stack/bench", "Trust"),
        Certificates =
        [
            .. Registered.Select((ca, i) => new RememberedCertificate(
                ca, Purpose, Id(i), OcspUrl: null, MemoryPhase.Registered, IdsSeenBefore: [])),
        ],
    };

    public DesiredTrust Desired { get; } =
        new(new DesiredPurpose(Wanted, Enabled: true, OcspUrl: null, GapAllowedFor: []), Ldaps: null);

    /// <summary>Room for a successor beside each certificate.</summary>
    public Ceilings Ceilings { get; } = new(SmartCard: Registered.Count + Wanted.Count, Ldaps: null);

    /// <summary>Nothing registered, nothing to do, everything to be replaced.</summary>
    public static IReadOnlyList<TrustSituation> All(int certificates)
    {
        var (first, second) = (Cas("First", certificates), Cas("Second", certificates));
        return
        [
            new($"{certificates} certificates in an empty directory", [], first),
            new($"{certificates} certificates, nothing to do", first, first),
            new($"{certificates} certificates, each replaced", first, second),
        ];
    }

    /// <summary>Each certificate that comes takes a step and a wait; those that it replaces go on a later day.</summary>
    /// <exception cref="FunctionFailedException">It is not the plan for this situation.</exception>
    public void Demand(TrustPlan plan)
    {
        var coming = Wanted.Except(Registered).Count();
        if (plan.Refusals.Count > 0 || plan.Steps.Count < 2 * coming || (coming == 0 && plan.Steps.Count > 0))
        {
            throw new FunctionFailedException(
                $"The plan for {Name} has {plan.Steps.Count} steps and {plan.Refusals.Count} refusals; expected are two "
                + $"steps for each of {coming} certificates that come and no refusal.");
        }
    }

    private static CaCertificate[] Cas(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(number => Ca($"{name} CA {number}"))];

    private static CaCertificate Ca(string name) => new()
    {
        Thumbprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
        CommonName = name,
        NotBefore = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        NotAfter = new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Pem = $"PEM of {name}",
        IssuerThumbprint = null,
    };

    private static string Id(int number) => "c-" + number.ToString("x10", CultureInfo.InvariantCulture);
}

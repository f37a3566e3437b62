using System.Globalization;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.Trust;

/// <summary>Valid values about directories and what they trust.</summary>
internal static class SomeTrust
{
    public const string DirectoryId = "d-1234567890";

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate whose name and thumbprint follow from <paramref name="name"/>.</summary>
    /// <param name="of">Name of the CA whose certificate it is, where that has several.</param>
    /// <param name="key">Name of its key; a CA that is reissued may keep it.</param>
    /// <param name="validIn">Days until it is valid; the default is a year ago.</param>
    public static CaCertificate Ca(
        string name, int daysLeft = 1000, string? of = null, string? key = null, int validIn = -365) => new()
    {
        Thumbprint = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))),
        CommonName = name,
        NotBefore = Now.AddDays(validIn),
        NotAfter = Now.AddDays(daysLeft),
        Pem = $"PEM of {name}",
        IssuerThumbprint = null,
        Subject = $"CN={of ?? name}",
        KeyThumbprint = $"KEY OF {key ?? name}",
    };

    public static string Id(int number) => "c-" + number.ToString("x10", CultureInfo.InvariantCulture);

    public static RegisteredCertificate Listed(
        int id,
        CaCertificate ca,
        CertificatePurpose purpose = CertificatePurpose.Ldaps,
        RegistrationState state = RegistrationState.Registered,
        string? ocspUrl = null) => new(Id(id), purpose, ca.CommonName, ca.NotAfter, state, ocspUrl);

    public static DirectoryState State(bool on, params RegisteredCertificate[] listed)
    {
        var feature = new DirectoryFeature(on ? FeatureStatus.Enabled : FeatureStatus.Disabled);
        return new DirectoryState(
            listed,
            listed.Any(entry => entry.Purpose == CertificatePurpose.SmartCard) ? feature : DirectoryFeature.Off,
            listed.All(entry => entry.Purpose == CertificatePurpose.Ldaps) ? feature : DirectoryFeature.Off);
    }

    public static RememberedCertificate Ours(
        int? id,
        CaCertificate ca,
        CertificatePurpose purpose = CertificatePurpose.Ldaps,
        string? ocspUrl = null,
        MemoryPhase phase = MemoryPhase.Registered,
        params string[] seen) =>
        new(ca, purpose, id is { } number ? Id(number) : null, ocspUrl, phase, seen);

    public static TrustMemory Remembering(params RememberedCertificate[] certificates) =>
        new() { Owner = new TrustOwner(Some.StackId, "Trust"), Certificates = certificates };

    /// <summary>Knows which certificate it is that others registered.</summary>
    public static TrustMemory Knowing(this TrustMemory memory, int id, CaCertificate certificate) => memory with
    {
        Foreign = [new ForeignCertificate(Id(id), Now) { Is = certificate.Thumbprint }],
    };

    public static DesiredTrust Ldaps(params CaCertificate[] certificates) =>
        new(null, new DesiredPurpose(certificates, Enabled: true, OcspUrl: null, GapAllowedFor: []));

    public static DesiredTrust SmartCard(string? ocspUrl, params CaCertificate[] certificates) =>
        new(new DesiredPurpose(certificates, Enabled: true, ocspUrl, GapAllowedFor: []), null);

    public static DesiredTrust AllowingGaps(this DesiredTrust trust, params string[] names) => new(
        trust.SmartCard is { } smartCard ? smartCard with { GapAllowedFor = names } : null,
        trust.Ldaps is { } ldaps ? ldaps with { GapAllowedFor = names } : null);

    /// <summary>What a bucket holds beside these certificates, and why each of it is not registered.</summary>
    public static DesiredTrust Withholding(this DesiredTrust trust, params WithheldObject[] withheld) => new(
        trust.SmartCard is { } smartCard ? smartCard with { Withheld = withheld } : null,
        trust.Ldaps is { } ldaps ? ldaps with { Withheld = withheld } : null);

    /// <summary>A path leads from these to an anchor; the others are pinned.</summary>
    public static DesiredTrust WithPaths(this DesiredTrust trust, params CaCertificate[] found)
    {
        var reasons = found.ToDictionary(
            one => one.Thumbprint,
            one => new AdmissionReason(AdmissionKind.Path, $"a path leads from {one.CommonName}", Origin(one.CommonName)));
        return new DesiredTrust(
            trust.SmartCard is { } smartCard ? smartCard with { Reasons = reasons } : null,
            trust.Ldaps is { } ldaps ? ldaps with { Reasons = reasons } : null);
    }

    public static WithheldObject Withheld(CaCertificate certificate, WithheldKind kind = WithheldKind.AwaitsApproval) =>
        new(kind, "it has no path", Origin(certificate.CommonName), WithheldCertificate.Of(certificate));

    public static WithheldObject Unreadable(string name) =>
        new(WithheldKind.NotReadable, "it is damaged", Origin(name));

    public static ObjectOrigin Origin(string name) => new("team-bucket", $"cas/{name}.pem", "v1");

    /// <summary>Successors need not wait: for tests of something else.</summary>
    public static RotationRules NoOverlap { get; } = RotationRules.Default with { Overlap = TimeSpan.Zero };

    /// <param name="day">Days after <see cref="Now"/>.</param>
    public static TrustPlan Plan(
        DirectoryState current,
        TrustMemory memory,
        DesiredTrust desired,
        Ceilings? ceilings = null,
        RotationRules? rules = null,
        double day = 0) =>
        TrustPlan.Between(
            current, memory, desired, ceilings ?? Ceilings.Documented, rules ?? NoOverlap, Now.AddDays(day));

    /// <summary>As remembered since a day, counted from <see cref="Now"/>.</summary>
    public static RememberedCertificate Since(this RememberedCertificate certificate, double day) =>
        certificate with { RegisteredSince = Now.AddDays(day) };

    /// <summary>What waits, as <see cref="Short(TrustPlan)"/> and with its day: <c>-A@7</c>.</summary>
    public static string Later(this TrustPlan plan) => string.Join(
        ' ', plan.Waiting.Select(waiting => $"{Short(waiting.Step)}@{(waiting.From - Now).TotalDays}"));

    /// <summary>The steps as short words: <c>+A</c>, <c>?A</c>, <c>-A</c>, <c>~A</c>, <c>on</c>, <c>on?</c>, <c>off</c>, <c>=A</c> (find out).</summary>
    public static string Short(this TrustPlan plan) => string.Join(' ', plan.Steps.Select(Short));

    private static string Short(TrustStep step) => step switch
    {
        TrustStep.Register register => $"+{register.Certificate.CommonName}",
        TrustStep.AwaitRegistered wait => $"?{wait.Certificate.CommonName}",
        TrustStep.Deregister deregister => $"-{deregister.CommonName}",
        TrustStep.AwaitDeregistered wait => $"~{wait.CommonName}",
        TrustStep.Enable => "on",
        TrustStep.AwaitEnabled => "on?",
        TrustStep.Disable => "off",
        TrustStep.Identify identify => $"={identify.Certificate.CommonName}",
        _ => throw new InvalidOperationException(step.ToString()),
    };
}

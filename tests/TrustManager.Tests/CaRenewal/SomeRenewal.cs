using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>Valid values of a renewal.</summary>
internal static class SomeRenewal
{
    public static CaKey Key { get; } = new("Agency CA");

    public static CaKey ParentKey { get; } = new("Agency Root CA");

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static ReissueSettings Reissue { get; } = new()
    {
        RenewBeforeDays = 365,
        ValidityYears = 5,
        Parent = null,
        PathLength = null,
    };

    public static PublicationSettings Publication { get; } = new(
        Some.Bucket, new Uri($"http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer"));

    public static ReissueSettings SubordinateReissue { get; } = Reissue with { Parent = Some.OtherCa, PathLength = 0 };

    public static RenewalSettings RootSettings { get; } = new()
    {
        Ca = Some.Ca,
        Mode = RenewalMode.Renew,
        MemoryBucket = Some.Bucket,
        Publication = Publication,
        Reissue = Reissue,
    };

    public static RenewalSettings SubordinateSettings { get; } = RootSettings with { Reissue = SubordinateReissue };

    public static RenewalSettings WatchSettings { get; } =
        RootSettings with { Mode = RenewalMode.Watch, Reissue = null };

    public static CaView Root(int daysLeft, string status = CaStatus.Active) =>
        CaView.Of(Authority(Some.Ca, true, status), Key.SelfSigned(Now.AddYears(-3), Now.AddDays(daysLeft)), null);

    public static CaView Subordinate(
        int daysLeft, int parentDaysLeft, string status = CaStatus.Active, string parentStatus = CaStatus.Active) =>
        Subordinate(ParentKey, daysLeft, parentDaysLeft, 0, null, status, parentStatus);

    /// <param name="parent">The CA above now; <see cref="ParentKey"/> issued the certificate.</param>
    public static CaView Subordinate(
        CaKey parent,
        int daysLeft,
        int parentDaysLeft,
        int? pathLength,
        Action<CertificateRequest>? change,
        string status = CaStatus.Active,
        string parentStatus = CaStatus.Active) =>
        CaView.Of(
            Authority(Some.Ca, false, status),
            new CertificateAndChain(
                ParentKey
                    .Sign(Key.Csr, Now.AddYears(-3), Now.AddDays(daysLeft), pathLength, change)
                    .ExportCertificatePem(),
                ParentKey.SelfSigned(Now.AddYears(-4), Now.AddDays(parentDaysLeft)).Certificate),
            Authority(Some.OtherCa, true, parentStatus) with
            {
                SigningAlgorithm = "SHA384WITHRSA", NotAfter = Now.AddDays(parentDaysLeft),
            },
            parent.SelfSigned(Now.AddYears(-4), Now.AddDays(parentDaysLeft)));

    public static CaView Root(Action<CertificateRequest> change, int? pathLength) => CaView.Of(
        Authority(Some.Ca, true, CaStatus.Active),
        new CertificateAndChain(
            Key.Sign(Key.Csr, Now.AddYears(-3), Now.AddDays(300), pathLength, change).ExportCertificatePem(), null),
        null);

    public static SeenCertificate Seen(CaView view) => SeenCertificate.Of(view.Certificate!, view.Issuers, Now);

    private static CertificateAuthority Authority(CaArn arn, bool isRoot, string status) => new()
    {
        Arn = arn,
        Status = status,
        IsRoot = isRoot,
        SigningAlgorithm = "SHA256WITHECDSA",
        Revocation = new RevocationSettings(CrlSettings.Disabled, null),
    };
}

using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>Valid values of a renewal.</summary>
internal static class SomeRenewal
{
    private static readonly CaKey Key = new("Agency CA");
    private static readonly CaKey ParentKey = new("Agency Root CA");

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static ReissueSettings Reissue { get; } = new()
    {
        RenewBeforeDays = 365,
        ValidityYears = 5,
        Parent = null,
        PathLength = null,
        PublishBucket = Some.Bucket,
        CertificateUrl = new Uri($"http://crl.corp.example.mil/aia/{Some.Ca.CaId}.cer"),
    };

    public static ReissueSettings SubordinateReissue { get; } = Reissue with { Parent = Some.OtherCa, PathLength = 0 };

    public static RenewalSettings RootSettings { get; } = new()
    {
        Ca = Some.Ca, Mode = RenewalMode.Renew, MemoryBucket = Some.Bucket, Reissue = Reissue,
    };

    public static RenewalSettings SubordinateSettings { get; } = RootSettings with { Reissue = SubordinateReissue };

    public static RenewalSettings WatchSettings { get; } =
        RootSettings with { Mode = RenewalMode.Watch, Reissue = null };

    public static CaView Root(int daysLeft, string status = CaStatus.Active) =>
        CaView.Of(Authority(Some.Ca, true, status), Key.SelfSigned(Now.AddYears(-3), Now.AddDays(daysLeft)), null);

    public static CaView Subordinate(
        int daysLeft, int parentDaysLeft, string status = CaStatus.Active, string parentStatus = CaStatus.Active) =>
        CaView.Of(
            Authority(Some.Ca, false, status),
            new CertificateAndChain(
                ParentKey.Sign(Key.Csr, Now.AddYears(-3), Now.AddDays(daysLeft), 0).ExportCertificatePem(),
                ParentKey.SelfSigned(Now.AddYears(-4), Now.AddDays(parentDaysLeft)).Certificate),
            Authority(Some.OtherCa, true, parentStatus) with
            {
                SigningAlgorithm = "SHA384WITHRSA", NotAfter = Now.AddDays(parentDaysLeft),
            });

    public static SeenCertificate Seen(CaView view) => SeenCertificate.Of(view.Certificate!, Now);

    private static CertificateAuthority Authority(CaArn arn, bool isRoot, string status) => new()
    {
        Arn = arn,
        Status = status,
        IsRoot = isRoot,
        SigningAlgorithm = "SHA256WITHECDSA",
        Revocation = new RevocationSettings(CrlSettings.Disabled, null),
    };
}

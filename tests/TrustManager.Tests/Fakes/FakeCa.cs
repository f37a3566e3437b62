using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>One CA in <see cref="FakePrivateCa"/>.</summary>
internal sealed class FakeCa(CaArn arn)
{
    public CaArn Arn { get; } = arn;

    public string Status { get; set; } = CaStatus.Active;

    public DateTimeOffset? RestorableUntil { get; set; }

    /// <summary>How every attempt to describe the CA fails; null: it succeeds.</summary>
    public ServiceFailure? Unreadable { get; set; }

    public RevocationSettings Revocation { get; set; } = new(CrlSettings.Disabled, null);

    public CertificateAndChain? Certificate { get; set; } = Some.RootCertificate;

    public bool IsRoot { get; set; } = true;

    public string Csr { get; set; } = Some.Csr;

    public DateTimeOffset? NotAfter => Certificate is { } own
        ? X509CertificateLoader.LoadCertificate(own.CertificateDer()).NotAfter.ToUniversalTime()
        : null;

    /// <summary>Makes a CRL of the CA, from a moment on, with an issuing distribution point or without.</summary>
    public Func<DateTimeOffset, string?, byte[]> MakeCrl { get; set; } = Some.Crl;

    /// <summary>Every certificate that was ever imported.</summary>
    public List<CertificateAndChain> Imported { get; } = [];

    /// <summary>Every state that the settings were ever in.</summary>
    public List<RevocationSettings> History { get; } = [];

    /// <summary>Issued certificates by ARN.</summary>
    public Dictionary<string, CertificateAndChain> Issued { get; } = [];

    public Dictionary<string, (string Arn, DateTimeOffset At)> Tokens { get; } = [];

    public List<CertificateOrder> Orders { get; } = [];

    public Dictionary<string, string> Tags { get; } = [];
}

using System.Collections.Immutable;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.DirectoryService;

/// <summary>A directory at one moment.</summary>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="StageChangedAt">Since when.</param>
/// <param name="Certificates">Every certificate that is listed, oldest first.</param>
/// <param name="SmartCard">Smart card sign-in; null when it was never on.</param>
/// <param name="Ldaps">Client-side LDAPS; null when it was never on.</param>
public sealed record DirectoryState(
    DirectoryStage Stage,
    DateTimeOffset StageChangedAt,
    ImmutableList<RegisteredCertificate> Certificates,
    SmartCardFeature? SmartCard,
    LdapsFeature? Ldaps)
{
    public bool IsSmartCardOn => SmartCard?.Status == ClientAuthenticationStatus.Enabled;

    /// <summary>On, or about to be.</summary>
    public bool IsLdapsOn => Ldaps?.Status is LdapsStatus.Enabled or LdapsStatus.Enabling;

    public bool IsOn(CertificateType type) => type == CertificateType.ClientCertAuth ? IsSmartCardOn : IsLdapsOn;

    public RegisteredCertificate? Find(string certificateId) =>
        Certificates.Find(certificate => certificate.Id == certificateId);

    /// <summary>Certificates that sign-in or LDAPS can rely on: registered and not expired.</summary>
    public IEnumerable<RegisteredCertificate> Usable(CertificateType type, DateTimeOffset at) =>
        Certificates.Where(certificate => certificate.Type == type && certificate.IsUsable(at));

    public DirectoryState With(RegisteredCertificate certificate) => this with
    {
        Certificates = Find(certificate.Id) is { } earlier
            ? Certificates.Replace(earlier, certificate)
            : Certificates.Add(certificate),
    };

    public DirectoryState Without(string certificateId) => this with
    {
        Certificates = Certificates.RemoveAll(certificate => certificate.Id == certificateId),
    };
}

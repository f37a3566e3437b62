using Amazon.DirectoryService;
using Amazon.DirectoryService.Model;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Directories;

/// <summary>Directory Service's values in this project's terms.</summary>
internal static class DirectoryModel
{
    public static DirectoryFacts Read(DirectoryDescription directory) =>
        new(
            directory.DirectoryId,
            directory.Name ?? "",
            directory.Type?.Value ?? "",
            directory.Stage?.Value ?? "");

    /// <summary>Null for a purpose that this release does not know.</summary>
    public static RegisteredCertificate? Read(CertificateInfo certificate) =>
        Purpose(certificate.Type) is { } purpose
            ? new RegisteredCertificate(
                certificate.CertificateId,
                purpose,
                Printable.Value(certificate.CommonName ?? ""),
                Expiry(certificate.ExpiryDateTime),
                State(certificate.State))
            : null;

    /// <inheritdoc cref="Read(CertificateInfo)"/>
    public static RegisteredCertificate? Read(Certificate certificate) =>
        Purpose(certificate.Type) is { } purpose
            ? new RegisteredCertificate(
                certificate.CertificateId,
                purpose,
                Printable.Value(certificate.CommonName ?? ""),
                Expiry(certificate.ExpiryDateTime),
                State(certificate.State),
                certificate.ClientCertAuthSettings?.OCSPUrl,
                certificate.StateReason)
            : null;

    public static DirectoryFeature Read(ClientAuthenticationSettingInfo setting) =>
        new(setting.Status == ClientAuthenticationStatus.Enabled ? FeatureStatus.Enabled : FeatureStatus.Disabled);

    public static DirectoryFeature Read(LDAPSSettingInfo setting) => new(
        setting.LDAPSStatus?.Value switch
        {
            "Enabled" => FeatureStatus.Enabled,
            "Enabling" => FeatureStatus.Enabling,
            "EnableFailed" => FeatureStatus.EnableFailed,
            _ => FeatureStatus.Disabled,
        },
        setting.LDAPSStatusReason);

    public static CertificateType Write(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? CertificateType.ClientCertAuth : CertificateType.ClientLDAPS;

    /// <summary>The API's default is LDAPS, which certificates older than the choice have.</summary>
    private static CertificatePurpose? Purpose(CertificateType? type) => type?.Value switch
    {
        "ClientCertAuth" => CertificatePurpose.SmartCard,
        "ClientLDAPS" or null => CertificatePurpose.Ldaps,
        _ => null,
    };

    /// <summary>One without a date counts as not expired, so that nobody takes it for one that may go.</summary>
    private static DateTimeOffset Expiry(DateTime? expiry) =>
        expiry is { } known ? new DateTimeOffset(known.ToUniversalTime()) : DateTimeOffset.MaxValue;

    private static RegistrationState State(CertificateState? state) => state?.Value switch
    {
        "Registering" => RegistrationState.Registering,
        "Registered" => RegistrationState.Registered,
        "RegisterFailed" => RegistrationState.RegisterFailed,
        "Deregistering" or "Deregistered" => RegistrationState.Deregistering,
        "DeregisterFailed" => RegistrationState.DeregisterFailed,
        _ => RegistrationState.Unknown,
    };
}

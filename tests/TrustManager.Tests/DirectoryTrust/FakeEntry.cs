using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>What the fake directory holds of a certificate.</summary>
internal sealed class FakeEntry(
    string id, CaCertificate certificate, CertificatePurpose purpose, RegistrationState state, string? ocspUrl)
{
    public string Id { get; } = id;

    public CaCertificate Certificate { get; } = certificate;

    public CertificatePurpose Purpose { get; } = purpose;

    public RegistrationState State { get; set; } = state;

    public string? OcspUrl { get; } = ocspUrl;

    /// <summary>When the state changes by itself.</summary>
    public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

    public RegisteredCertificate Listed => new(
        Id, Purpose, Certificate.CommonName, Certificate.NotAfter.AddMilliseconds(7), State, OcspUrl,
        State == RegistrationState.RegisterFailed ? "It is not liked" : null);
}

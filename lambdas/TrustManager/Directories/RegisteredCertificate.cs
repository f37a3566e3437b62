namespace Infra.TrustManager.Directories;

/// <summary>A certificate as Directory Service lists it: without its body, serial number or thumbprint.</summary>
/// <param name="Id"><c>c-</c> and ten hexadecimal digits.</param>
/// <param name="CommonName">As <see cref="CaCertificates.CaCertificate.CommonName"/> is shown.</param>
/// <param name="OcspUrl">Null for none; only a smart card certificate has one.</param>
/// <param name="StateReason">Why a registration failed; null otherwise.</param>
public sealed record RegisteredCertificate(
    string Id,
    CertificatePurpose Purpose,
    string CommonName,
    DateTimeOffset Expires,
    RegistrationState State,
    string? OcspUrl = null,
    string? StateReason = null)
{
    /// <summary>True while the directory lists it as its own, working or not.</summary>
    public bool IsThere => State != RegistrationState.Deregistering;

    /// <summary>
    /// True when it is registered and has not expired. Whether it is valid yet, Directory Service does not list.
    /// </summary>
    public bool IsUnexpired(DateTimeOffset now) => State == RegistrationState.Registered && now < Expires;
}

namespace Infra.TrustManager.CaRenewal.Planning;

/// <summary>How a renewed certificate may differ from the present one, where a setting allows it.</summary>
public enum RenewalChange
{
    /// <summary>Fewer CAs may follow below.</summary>
    PathLength,

    NameConstraints,

    CertificatePolicies,

    PolicyConstraints,

    ExtendedKeyUsage,

    /// <summary>Another CA issues it.</summary>
    Issuer,
}

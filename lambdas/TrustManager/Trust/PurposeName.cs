using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>What a purpose is called.</summary>
public static class PurposeName
{
    private const string SmartCard = "smartCard";

    private const string Ldaps = "ldaps";

    /// <summary>The names that operator requests take: those of the environment file's sections.</summary>
    public static IReadOnlyList<string> Sections { get; } = [SmartCard, Ldaps];

    /// <summary>In a sentence.</summary>
    public static string Of(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? "smart card sign-in" : "client-side LDAPS";

    /// <summary>One of <see cref="Sections"/>.</summary>
    public static string SectionOf(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;

    /// <summary>Null unless it is one of <see cref="Sections"/>.</summary>
    public static CertificatePurpose? OfSection(string section) => section switch
    {
        SmartCard => CertificatePurpose.SmartCard,
        Ldaps => CertificatePurpose.Ldaps,
        _ => null,
    };
}

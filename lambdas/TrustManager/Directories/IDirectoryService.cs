using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Directories;

/// <summary>AWS Directory Service, as far as these functions need it: each method is one operation.</summary>
/// <remarks>
/// Every method throws <see cref="ServiceException"/>; one that changes something may have taken effect nevertheless.
/// </remarks>
public interface IDirectoryService
{
    /// <summary>The directory; null when there is none.</summary>
    Task<DirectoryFacts?> FindAsync(string directoryId, CancellationToken cancellationToken);

    /// <summary>Every certificate of every purpose, without OCSP URLs and reasons.</summary>
    Task<IReadOnlyList<RegisteredCertificate>> ListCertificatesAsync(
        string directoryId, CancellationToken cancellationToken);

    /// <summary>One certificate with all that is known of it; null when the directory has none of that id.</summary>
    Task<RegisteredCertificate?> FindCertificateAsync(
        string directoryId, string certificateId, CancellationToken cancellationToken);

    /// <summary>Asks for a registration, which takes effect later; returns the certificate's id.</summary>
    Task<string> RegisterAsync(
        string directoryId, CertificatePurpose purpose, string pem, string? ocspUrl, CancellationToken cancellationToken);

    /// <summary>Asks for the end of a registration; succeeds when there is none of that id.</summary>
    Task DeregisterAsync(string directoryId, string certificateId, CancellationToken cancellationToken);

    Task<DirectoryFeature> FindFeatureAsync(
        string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken);

    /// <summary>Switches on what <paramref name="purpose"/> is for; succeeds when it is on.</summary>
    Task EnableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken);

    /// <summary>Switches off what <paramref name="purpose"/> is for; succeeds when it is off.</summary>
    Task DisableAsync(string directoryId, CertificatePurpose purpose, CancellationToken cancellationToken);
}

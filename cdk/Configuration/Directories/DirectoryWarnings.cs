using System.Globalization;
using Infra.TrustManager.CaCertificates;

namespace Infra.Cdk.Configuration.Directories;

/// <summary>What works for directories but is likely to be regretted, in whole sentences.</summary>
internal static class DirectoryWarnings
{
    public static IEnumerable<string> Of(IReadOnlyList<DirectorySettings> directories, DateTimeOffset now) =>
    [
        .. CertificateWarnings(directories, now),
        .. ChainWarnings(directories),
        .. AnchorWarnings(directories, now),
        .. GapWarnings(directories),
    ];

    /// <summary>
    /// No problem, since a directory keeps what it has: whether this one has it, only the function sees.
    /// </summary>
    private static IEnumerable<string> CertificateWarnings(
        IReadOnlyList<DirectorySettings> directories, DateTimeOffset now) =>
        from directory in directories
        from purpose in directory.Purposes
        from certificate in purpose.Settings.Certificates.Certificates
        let problem = Registrability.Problem(certificate, now)
        where problem is not null
        select $"Unless directory {directory.DirectoryId} has it already, the deployment will fail: {problem}";

    /// <summary>Where a source is read by the function only, the issuer may come from there.</summary>
    private static IEnumerable<string> ChainWarnings(IReadOnlyList<DirectorySettings> directories) =>
        from directory in directories
        from purpose in directory.Purposes
        where purpose.Settings.IsWhollyFromFiles
        from note in CaCertificateRules.Notes(purpose.Settings.Certificates)
        select $"Directory {directory.DirectoryId}, {purpose.Name}: {note}";

    /// <summary>No problem either: an anchor gates what is new, and never removes what is registered.</summary>
    private static IEnumerable<string> AnchorWarnings(
        IReadOnlyList<DirectorySettings> directories, DateTimeOffset now) =>
        from directory in directories
        from purpose in directory.Purposes
        from anchor in purpose.Settings.Anchors.Anchors
        let certificate = anchor.Certificate
        where certificate is not null && (certificate.NotAfter <= now || now < certificate.NotBefore)
        let when = certificate.NotAfter <= now
            ? $"expired on {Day(certificate.NotAfter)}"
            : $"is valid only from {Day(certificate.NotBefore)}"
        select $"Directory {directory.DirectoryId}: trust anchor '{certificate.CommonName}' (SHA-256 "
            + $"{anchor.Thumbprint}) of {purpose.Name} {when}. Nothing below it registers by itself on such a day; "
            + "what is registered stays. Pin the CA that follows it, or remove it.";

    /// <summary>
    /// No problem, since a common name may look so. What an entry names is usually in no file any longer, so that only
    /// the function can tell whether it names anything.
    /// </summary>
    private static IEnumerable<string> GapWarnings(IReadOnlyList<DirectorySettings> directories) =>
        from directory in directories
        from purpose in directory.Purposes
        from entry in purpose.Settings.AllowGapFor
        let suspicion = CertificateReference.Suspicion(entry)
        where suspicion is not null
        select $"Directory {directory.DirectoryId}: allowGapFor of {purpose.Name} has '{entry}'. {suspicion} Unless it is "
            + "a common name, the deployment will fail.";

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

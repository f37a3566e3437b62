using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Fingerprints;

namespace Infra.TrustManager.Settings;

/// <summary>What the template of the running function asks for, known by its fingerprint.</summary>
/// <param name="Fingerprint">Of the properties of the directory's <c>Custom::DirectoryTrust</c>.</param>
/// <param name="OwnCertificateAuthority">ARN of the deployment's own CA; null where it is no source.</param>
public sealed record DeployedProperties(string Fingerprint, string? OwnCertificateAuthority)
{
    /// <exception cref="InvalidOperationException">The variable with the fingerprint is missing.</exception>
    public static DeployedProperties Of(Func<string, string?> variable) =>
        variable(TrustManagerVariables.PropertiesFingerprint) is { Length: > 0 } fingerprint
            ? new DeployedProperties(
                fingerprint,
                variable(TrustManagerVariables.OwnCertificateAuthorityArn) is { Length: > 0 } own ? own : null)
            : throw new InvalidOperationException(
                $"The function's environment lacks {TrustManagerVariables.PropertiesFingerprint}. Deploy the "
                + "directory's stack with this release.");

    /// <summary>True when these properties are those of the template.</summary>
    public bool Are(DirectoryTrustProperties properties) =>
        PropertiesFingerprint.Matches(Fingerprint, properties.ToJson(), OwnCertificateAuthority);
}

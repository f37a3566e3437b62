using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Fingerprints;

namespace Infra.TrustManager.Settings;

/// <summary>What the template of the running function asks for, known by its fingerprint.</summary>
/// <param name="Fingerprint">Of the properties of the directory's <c>Custom::DirectoryTrust</c>.</param>
/// <param name="OwnCertificateAuthority">
/// ARN of the deployment's own CA; null where it is no source. For a directory that has another source it changes
/// nothing.
/// </param>
public sealed record DeployedProperties(string Fingerprint, string? OwnCertificateAuthority)
{
    /// <summary>Of the one directory of <see cref="TrustManagerVariables.DirectoryReconcile"/>.</summary>
    /// <exception cref="InvalidOperationException">The variable with the fingerprint is missing.</exception>
    public static DeployedProperties Of(Func<string, string?> variable) =>
        variable(TrustManagerVariables.PropertiesFingerprint) is { Length: > 0 } fingerprint
            ? new DeployedProperties(fingerprint, Own(variable))
            : throw new InvalidOperationException(
                $"The function's environment lacks {TrustManagerVariables.PropertiesFingerprint}. Deploy the "
                + "directory's stack with this release.");

    /// <summary>Of each directory of <see cref="TrustManagerVariables.DirectoryRead"/>.</summary>
    /// <exception cref="InvalidOperationException">There is not one fingerprint for each directory.</exception>
    public static IReadOnlyDictionary<string, DeployedProperties> AllOf(
        IReadOnlyList<DirectoryPlace> places, Func<string, string?> variable)
    {
        var fingerprints = (variable(TrustManagerVariables.PropertiesFingerprints) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries);
        return fingerprints.Length == places.Count
            ? places.Zip(fingerprints).ToDictionary(
                one => one.First.DirectoryId,
                one => new DeployedProperties(one.Second, Own(variable)),
                StringComparer.Ordinal)
            : throw new InvalidOperationException(
                $"{TrustManagerVariables.PropertiesFingerprints} of the function's environment has "
                + $"{fingerprints.Length} fingerprints; it must have one for each of {places.Count} directories. Deploy "
                + "the directories' stack with this release.");
    }

    /// <summary>True when these properties are those of the template.</summary>
    public bool Are(DirectoryTrustProperties properties) =>
        PropertiesFingerprint.Matches(Fingerprint, properties.ToJson(), OwnCertificateAuthority);

    private static string? Own(Func<string, string?> variable) =>
        variable(TrustManagerVariables.OwnCertificateAuthorityArn) is { Length: > 0 } own ? own : null;
}

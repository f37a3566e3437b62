using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Properties of <c>Custom::DirectoryTrust</c>; each is named as in the template.</summary>
public sealed record DirectoryTrustProperties
{
    /// <summary>The directory. Required.</summary>
    public required string DirectoryId { get; init; }

    /// <summary>Versioned bucket that keeps the memory. Required.</summary>
    public required string StateBucketName { get; init; }

    /// <summary>Null leaves smart card sign-in alone.</summary>
    public PurposeProperties? SmartCard { get; init; }

    /// <summary>Null leaves client-side LDAPS alone.</summary>
    public PurposeProperties? Ldaps { get; init; }

    /// <summary>
    /// Whether desired certificates that others registered become ours, and leave with us: for when the memory was lost.
    /// Default: false.
    /// </summary>
    public bool AdoptRegistered { get; init; }

    /// <summary>
    /// What scheduled runs may do: <c>automatic</c> (default), <c>add-only</c> or <c>report</c>. A deployment is a person's
    /// wish and always does everything.
    /// </summary>
    public string? RotationMode { get; init; }

    /// <summary>Days between successors and the end of what they replace: 0 to 90. Default: 7.</summary>
    public string? OverlapDays { get; init; }

    /// <summary>What a message calls the directory; null for its id alone.</summary>
    public string? DirectoryName { get; init; }

    /// <summary><see cref="RotationMode"/> and <see cref="OverlapDays"/>, or their defaults.</summary>
    [JsonIgnore]
    public RotationRules Rules => RotationProperties.Rules(this);

    public PurposeProperties? For(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;

    /// <summary>The same for the same properties: SHA-256 over their JSON.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(this, DirectoryTrustJson.Default.DirectoryTrustProperties)));

    /// <summary>Members named as in the template.</summary>
    public JsonElement ToJson() =>
        JsonSerializer.SerializeToElement(this, DirectoryTrustJson.Default.DirectoryTrustProperties);

    /// <exception cref="ResourceException">Lists everything that is wrong.</exception>
    public static DirectoryTrustProperties From(ResourceProperties properties)
    {
        var reader = new PropertyReader(properties);
        var read = DirectoryTrustReading.Read(properties, reader);
        return reader.Problems.Count == 0
            ? read
            : throw new ResourceException(
                $"Custom::DirectoryTrust cannot work with its properties: {string.Join("; ", reader.Problems)}. "
                + "Nothing was changed; correct the environment file and deploy again.");
    }

    /// <summary>
    /// The properties as far as they can be read; null where a resource with them cannot have done anything.
    /// </summary>
    public static DirectoryTrustProperties? Find(ResourceProperties properties) =>
        DirectoryTrustReading.NamePlace(properties)
            ? DirectoryTrustReading.Read(properties, new PropertyReader(properties))
            : null;
}

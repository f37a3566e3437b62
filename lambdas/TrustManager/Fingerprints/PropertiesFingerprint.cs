using System.Security.Cryptography;
using System.Text.Json;

namespace Infra.TrustManager.Fingerprints;

/// <summary>
/// One value for what the properties of <c>Custom::DirectoryTrust</c> ask for: computed when the template is
/// synthesized, and again by the function, from its state. The CDK app compiles this same file.
/// </summary>
/// <remarks>
/// SHA-256 over <see cref="CanonicalProperties"/>. It is in the function's environment, which <c>s3:PutObject</c> does
/// not change, so that an edited state is noticed.
/// </remarks>
internal static class PropertiesFingerprint
{
    /// <summary>
    /// How many sources are tried both ways in <see cref="Matches"/>: two purposes, each of which lists the CA at most
    /// twice. Each doubles the work.
    /// </summary>
    private const int MaxChoices = 4;

    /// <param name="properties">As in the template, or as the function keeps them.</param>
    /// <param name="ownAuthority">
    /// ARN of the deployment's own CA, or what stands for it until CloudFormation knows it; null where it is no source.
    /// </param>
    public static string Of(JsonElement properties, string? ownAuthority) =>
        Of(new CanonicalProperties(ownAuthority), properties);

    /// <summary>Whether the properties have the fingerprint.</summary>
    /// <remarks>
    /// An environment file may also give the own CA by its ARN. Synthesis cannot know that of a CA that CloudFormation
    /// creates, so that each place of the ARN is tried both ways; both name the same CA.
    /// </remarks>
    public static bool Matches(string fingerprint, JsonElement properties, string? ownAuthority)
    {
        var places = ownAuthority is null ? 0 : Count(properties, ownAuthority);
        var choices = 1 << (places <= MaxChoices ? places : 0);
        return Enumerable.Range(0, choices)
            .Any(choice => Of(new CanonicalProperties(ownAuthority, choice), properties) == fingerprint);
    }

    private static string Of(CanonicalProperties canonical, JsonElement properties) =>
        Convert.ToHexString(SHA256.HashData(canonical.Write(properties)));

    private static int Count(JsonElement element, string text) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(member => Count(member.Value, text)),
        JsonValueKind.Array => element.EnumerateArray().Sum(item => Count(item, text)),
        JsonValueKind.String => element.ValueEquals(text) ? 1 : 0,
        _ => 0,
    };
}

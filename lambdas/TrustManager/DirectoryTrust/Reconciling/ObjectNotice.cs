using System.Text.Json;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Requests;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>
/// Reads from an event of S3 which object it is about, and what it claims of the writer (S3 user guide, "EventBridge
/// event message structure").
/// </summary>
/// <remarks>
/// Nothing depends on it but what operators are shown: an event that says anything else starts the same run, without a
/// claim.
/// </remarks>
internal static class ObjectNotice
{
    /// <summary>
    /// Longest claim that is shown, in characters: an account has 12 digits, an IPv6 address 45 characters, and the
    /// longest service principals less than 100.
    /// </summary>
    private const int MaxClaim = 128;

    /// <returns>Null where the event is not about a new object, names none, or claims nothing of its writer.</returns>
    public static ObjectOrigin? Find(Invocation.EventBridge occurrence)
    {
        var root = occurrence.Json;
        if (Text(root, "source") != "aws.s3" || Text(root, "detail-type") != "Object Created")
        {
            return null;
        }

        var detail = Member(root, "detail");
        var stored = Member(detail, "object");
        var claim = new WriterClaim(Claim(detail, "requester"), Claim(detail, "source-ip-address"));
        return Text(Member(detail, "bucket"), "name") is { } bucket
            && Text(stored, "key") is { } key
            && claim is not { Account: null, Address: null }
                ? new ObjectOrigin(bucket, key, Text(stored, "version-id"), claim)
                : null;
    }

    private static string? Claim(JsonElement? detail, string name) => Text(detail, name) is { Length: > 0 } text
        ? Printable.Value(Printable.Truncate(text, MaxClaim))
        : null;

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) ? value : null;
}

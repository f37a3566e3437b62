using System.Text.Json;

namespace Infra.TrustManager.Identity;

/// <summary>What a request presents as proof of who asks: <c>{"url": "...", "header": "..."}</c>.</summary>
/// <param name="Url">
/// A pre-signed <c>GetCallerIdentity</c>. It is a secret while it is valid: never log or keep it.
/// </param>
/// <param name="Header">Value of <see cref="RequestBinding.HeaderName"/> that was signed with it.</param>
public sealed record PresentedIdentity(string Url, string Header)
{
    /// <summary>Longest header, in characters: an ARN of a function has at most 170, the hash 64.</summary>
    private const int MaxHeader = 512;

    /// <summary>Null with a problem added where the member is not of this form.</summary>
    public static PresentedIdentity? Read(JsonElement member, List<string> problems)
    {
        if (member.ValueKind == JsonValueKind.Object
            && member.EnumerateObject().Count() == 2
            && Text(member, "url") is { Length: <= PresignedUrl.MaxLength } url
            && Text(member, "header") is { Length: <= MaxHeader } header)
        {
            return new PresentedIdentity(url, header);
        }

        problems.Add(
            $"{RequestBinding.Member} must be an object with the texts url (at most {PresignedUrl.MaxLength} "
            + $"characters) and header (at most {MaxHeader}) and nothing else");
        return null;
    }

    public override string ToString() => "a pre-signed GetCallerIdentity";

    private static string? Text(JsonElement member, string name) =>
        member.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

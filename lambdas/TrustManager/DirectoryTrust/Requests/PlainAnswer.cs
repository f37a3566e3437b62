namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>A sentence for a person.</summary>
/// <param name="Error">The same sentence where the request was not fulfilled; null where it was.</param>
public sealed record PlainAnswer(string Text, string? Error)
{
    public static PlainAnswer Fulfilled(string text) => new(text, null);

    public static PlainAnswer Refused(string text) => new(text, text);
}

namespace Infra.TrustManager.CaRenewal.Telling;

/// <summary>Subjects as SNS takes them.</summary>
internal static class MessageSubject
{
    /// <summary>Characters of a subject (API Reference, Publish: fewer than 100).</summary>
    private const int MaxLength = 99;

    /// <summary>Printable ASCII in one line; a name in another script stays recognizable by its length only.</summary>
    public static string Of(string text)
    {
        var line = string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
        return line.Length <= MaxLength ? line : $"{line[..(MaxLength - 3)]}...";
    }
}

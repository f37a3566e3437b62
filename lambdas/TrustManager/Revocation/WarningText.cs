namespace Infra.TrustManager.Revocation;

/// <summary>Warnings as one output of a stack, which must not be empty.</summary>
internal static class WarningText
{
    /// <summary>What an output says where there is no warning.</summary>
    public const string None = "none";

    /// <summary>Longest text, in characters: leaves room for the other values in an answer of 4096 bytes.</summary>
    private const int MaxLength = 1000;

    public static string Of(IEnumerable<string> warnings)
    {
        var text = string.Join(" ", warnings);
        return text.Length switch
        {
            0 => None,
            <= MaxLength => text,
            _ => text[..MaxLength] + "...",
        };
    }
}

using System.Globalization;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Reads how certificates follow each other from the properties.</summary>
internal static class RotationProperties
{
    /// <summary>
    /// Longest overlap in days: a certificate with 90 days left cannot be registered again, so that waiting longer gains
    /// nothing that could still be used.
    /// </summary>
    private const int MaxOverlapDays = 90;

    private static readonly Dictionary<string, RotationMode> Modes = new(StringComparer.Ordinal)
    {
        ["automatic"] = RotationMode.Automatic,
        ["add-only"] = RotationMode.AddOnly,
        ["report"] = RotationMode.Report,
    };

    public static void Check(DirectoryTrustProperties read, PropertyReader reader)
    {
        if (read.RotationMode is { } mode && !Modes.ContainsKey(mode))
        {
            reader.Add($"RotationMode is '{mode}'; it must be one of {string.Join(", ", Modes.Keys)}");
        }

        if (read.OverlapDays is { } days && Days(days) is null)
        {
            reader.Add($"OverlapDays is '{days}'; it must be a whole number of days from 0 to {MaxOverlapDays}");
        }
    }

    public static RotationRules Rules(DirectoryTrustProperties properties) => new(
        Modes.GetValueOrDefault(properties.RotationMode ?? "", RotationRules.Default.Mode),
        Days(properties.OverlapDays) is { } days ? TimeSpan.FromDays(days) : RotationRules.Default.Overlap);

    private static int? Days(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxOverlapDays
            ? days
            : null;
}

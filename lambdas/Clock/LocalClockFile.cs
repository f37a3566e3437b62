using System.Globalization;

namespace Infra.Clock;

/// <summary>The file that says how far the clock of the local AWS is ahead of the machine's.</summary>
/// <remarks>
/// The local AWS writes it and functions read it; both compile this same source. The CDK app does not, so that no
/// template can name the variable.
/// </remarks>
internal sealed class LocalClockFile(string path)
{
    /// <summary>Environment variable with the path of the file; absent on AWS.</summary>
    public const string Variable = "LOCAL_CLOCK_FILE";

    /// <summary>Days, hours, minutes, seconds and seven decimals, as in <c>400.00:00:00.0000000</c>.</summary>
    private const string Format = "c";

    /// <summary>Largest offset: the clock shows a year that every calculation with dates can work with.</summary>
    private static readonly TimeSpan Largest = TimeSpan.FromDays(1_000_000);

    public string Path { get; } = path;

    /// <exception cref="LocalClockException">There is no such file, or it holds something else.</exception>
    public TimeSpan Read()
    {
        string text;
        try
        {
            text = File.ReadAllText(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LocalClockException(
                $"{Variable} names '{Path}', which cannot be read ({failure.Message}). Only the local AWS sets this "
                + "variable: start the function there, or remove the variable.",
                failure);
        }

        return TimeSpan.TryParseExact(text, Format, CultureInfo.InvariantCulture, out var offset)
            && offset >= TimeSpan.Zero && offset <= Largest
            ? offset
            : throw new LocalClockException(
                $"{Variable} names '{Path}', which holds '{Truncate(text)}'; it must hold a time span from 0 to "
                + $"{Largest.TotalDays:0} days, such as 400.00:00:00. Only the local AWS sets this variable: start the "
                + "function there, or remove the variable.");
    }

    /// <summary>Replaces the file as a whole, so that no reader finds half of it.</summary>
    public void Write(TimeSpan offset)
    {
        var next = $"{Path}.next";
        File.WriteAllText(next, offset.ToString(Format, CultureInfo.InvariantCulture));
        File.Move(next, Path, overwrite: true);
    }

    private static string Truncate(string text) => text.Length <= 40 ? text : text[..40] + "...";
}

namespace Infra.Clock;

/// <summary>The clock of a function on the local AWS: ahead of the machine's by what the file says.</summary>
/// <remarks>
/// The file is read for every moment: the local AWS moves its clock while functions run. Timers, delays and durations
/// are the machine's.
/// </remarks>
internal sealed class FunctionClock : TimeProvider
{
    private readonly LocalClockFile _file;

    private FunctionClock(LocalClockFile file) => _file = file;

    /// <summary>The machine's clock, unless a variable names the file of the local AWS.</summary>
    /// <exception cref="LocalClockException">The variable is set, and its file cannot be read.</exception>
    public static TimeProvider From(Func<string, string?> variable) =>
        variable(LocalClockFile.Variable) is { } path ? Of(new LocalClockFile(path)) : System;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _file.Read();

    private static FunctionClock Of(LocalClockFile file)
    {
        _ = file.Read();
        return new FunctionClock(file);
    }
}

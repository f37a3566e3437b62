using System.Diagnostics;
using Infra.Clock;

namespace Infra.TrustManager.Tests.Clock;

public sealed class FunctionClockTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clock-");

    private string Path => System.IO.Path.Combine(_directory.FullName, "offset");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Without_the_variable_the_clock_is_the_machines() =>
        Assert.Same(TimeProvider.System, FunctionClock.From(_ => null));

    [Fact]
    public void What_the_file_says_is_added_to_the_machines_clock_and_read_again_for_every_moment()
    {
        var file = new LocalClockFile(Path);
        file.Write(TimeSpan.Zero);
        var clock = From(Path);
        AssertAhead(TimeSpan.Zero, clock);

        file.Write(TimeSpan.FromDays(400));

        AssertAhead(TimeSpan.FromDays(400), clock);
    }

    [Fact]
    public async Task Timers_and_durations_are_the_machines()
    {
        var file = new LocalClockFile(Path);
        file.Write(TimeSpan.Zero);
        var (clock, started) = (From(Path), Stopwatch.StartNew());
        var timestamp = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);

        file.Write(TimeSpan.FromDays(400));
        await Task.Delay(TimeSpan.FromMilliseconds(1), clock);

        Assert.False(deadline.IsCancellationRequested);
        Assert.InRange(clock.GetElapsedTime(timestamp), TimeSpan.Zero, started.Elapsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("P400D")]
    [InlineData("-1.00:00:00")]
    [InlineData("1000001.00:00:00")]
    public void A_file_that_holds_no_offset_is_an_error_at_the_start(string text)
    {
        File.WriteAllText(Path, text);

        var error = Assert.Throws<LocalClockException>(() => From(Path));

        Assert.Contains($"LOCAL_CLOCK_FILE names '{Path}', which holds '{text}'", error.Message);
        Assert.Contains("from 0 to 1000000 days", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offset")]
    [InlineData("")]
    public void A_file_that_is_missing_is_an_error_at_the_start(string name)
    {
        var path = System.IO.Path.Combine(_directory.FullName, name);

        var error = Assert.Throws<LocalClockException>(() => From(path));

        Assert.Contains($"LOCAL_CLOCK_FILE names '{path}', which cannot be read", error.Message);
    }

    [Fact]
    public void A_file_that_is_lost_later_is_an_error_and_not_another_time()
    {
        new LocalClockFile(Path).Write(TimeSpan.FromDays(1));
        var clock = From(Path);

        File.Delete(Path);

        Assert.Throws<LocalClockException>(() => clock.GetUtcNow());
    }

    private static TimeProvider From(string path) =>
        FunctionClock.From(name => name == "LOCAL_CLOCK_FILE" ? path : null);

    private static void AssertAhead(TimeSpan offset, TimeProvider clock)
    {
        var before = DateTimeOffset.UtcNow;
        Assert.InRange(clock.GetUtcNow(), before + offset, DateTimeOffset.UtcNow + offset);
    }
}

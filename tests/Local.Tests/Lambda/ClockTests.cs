using System.Globalization;

namespace Infra.Local.Tests.Lambda;

/// <summary>What function processes see of a clock that is moved.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_running_process_finds_the_offset_in_a_file_that_is_written_as_the_clock_is_moved()
    {
        await using var rig = new LambdaRig();
        rig.Deploy();
        var file = (string)(await rig.AnswerAsync("""{"do":"environment"}"""))["LOCAL_CLOCK_FILE"]!;
        var before = Offset(file);

        await rig.Clock.AdvanceAsync(TimeSpan.FromDays(400));

        Assert.Equal(TimeSpan.Zero, before);
        Assert.Equal(rig.Clock.Offset, Offset(file));
        Assert.InRange(Offset(file), TimeSpan.FromDays(400) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(400));
    }

    [Fact]
    public async Task A_process_that_starts_after_the_clock_was_moved_finds_the_offset_too()
    {
        await using var rig = new LambdaRig();
        await rig.Clock.AdvanceAsync(TimeSpan.FromDays(4));
        rig.Deploy();

        var file = (string)(await rig.AnswerAsync("""{"do":"environment"}"""))["LOCAL_CLOCK_FILE"]!;

        Assert.Equal(rig.Clock.Offset, Offset(file));
    }

    [Fact]
    public async Task A_job_finds_the_file_at_its_own_moment()
    {
        await using var rig = new LambdaRig();
        var (file, offsets) = (rig.Clock.OffsetFilePath, new List<TimeSpan>());
        for (var day = 1; day <= 3; day++)
        {
            rig.Clock.At(rig.Clock.GetUtcNow().AddDays(day), _ =>
            {
                offsets.Add(Offset(file));
                return Task.CompletedTask;
            });
        }

        await rig.Clock.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.Equal([1, 2, 3], offsets.Select(offset => (int)Math.Round(offset.TotalDays)));
    }

    [Fact]
    public async Task All_functions_read_one_file_which_goes_with_the_clock()
    {
        var rig = new LambdaRig();
        rig.Deploy();
        rig.Deploy(Some.Function("other"));
        var first = (string)(await rig.AnswerAsync("""{"do":"environment"}"""))["LOCAL_CLOCK_FILE"]!;
        var other = await rig.InvokeAsync("""{"do":"environment"}""", function: "other");
        var second = (string?)System.Text.Json.Nodes.JsonNode.Parse(other.Payload.Span)!["LOCAL_CLOCK_FILE"];
        var during = File.Exists(first);

        await rig.DisposeAsync();

        Assert.Equal(first, second);
        Assert.True(during);
        Assert.False(Directory.Exists(Path.GetDirectoryName(first)));
    }

    private static TimeSpan Offset(string file) =>
        TimeSpan.ParseExact(File.ReadAllText(file), "c", CultureInfo.InvariantCulture);
}

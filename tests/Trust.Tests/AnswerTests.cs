using System.Text.Json;
using Infra.Trust.Tests.Lambda;

namespace Infra.Trust.Tests;

public class AnswerTests
{
    [Fact]
    public async Task The_text_is_printed_line_by_line_and_no_line_is_broken()
    {
        var command = $"certutil -dspublish -f {new string('x', 500)}.cer RootCA";
        await using var lambda = await FakeLambda.SayingAsync(
            JsonSerializer.Serialize(new { text = $"1. register [CA 'A']\n\nnote: {command}" }));

        var run = await Run.OfAsync(lambda, "plan", Some.DirectoryId);

        Assert.Equal((0, $"1. register [CA 'A']\n\nnote: {command}\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("""{"text":"t","error":"held"}""", 2)]
    [InlineData("""{"text":"t","refusals":["no slot"]}""", 2)]
    [InlineData("""{"text":"t","refusals":[],"error":null}""", 0)]
    [InlineData("""{"text":"t"}""", 0)]
    public async Task An_answer_that_refuses_is_told_from_one_that_fulfils(string said, int exitCode)
    {
        await using var lambda = await FakeLambda.SayingAsync(said);

        var run = await Run.OfAsync(lambda, "apply", Some.DirectoryId);

        Assert.Equal((exitCode, "t\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task As_json_the_whole_answer_is_printed_and_nothing_else()
    {
        const string Said = """{"text":"a – b","refusals":["no slot"],"later":[{"on":"2027-03-01","what":"w"}]}""";
        await using var lambda = await FakeLambda.SayingAsync(Said);

        var run = await Run.OfAsync(lambda, "--json", "plan", Some.DirectoryId);

        Assert.Equal(2, run.ExitCode);
        using var printed = JsonDocument.Parse(run.Output);
        using var said = JsonDocument.Parse(Said);
        Assert.True(JsonElement.DeepEquals(said.RootElement, printed.RootElement), run.Output);
        Assert.Contains("a – b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_a_certificate_cannot_control_the_terminal()
    {
        await using var lambda = await FakeLambda.SayingAsync(
            JsonSerializer.Serialize(new { text = "register \u001b[31m'CA'\u0007\r" }));

        var run = await Run.OfAsync(lambda, "plan", Some.DirectoryId);

        Assert.Equal("register \\u001b[31m'CA'\\u0007\\u000d\n", run.Output);
    }
}
